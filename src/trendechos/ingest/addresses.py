"""Which network addresses are public, decided from explicit lists."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

# `is_global` of Python 3.11 calls several of these public: NAT64, 6to4, IPv4-compatible, site-local and
# the newest documentation and segment-routing blocks all lead, or may lead, back inside. The lists follow
# the IANA special-purpose registries.
_CLOSED_4: tuple[IPv4Network, ...] = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
        "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
# Only this block is handed out to networks; all else is special, reserved or local.
_OPEN_6 = IPv6Network("2000::/3")
_CLOSED_6: tuple[IPv6Network, ...] = tuple(
    IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments, with Teredo and ORCHID
        "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
    )
)  # fmt: skip


def public(address: str) -> bool:
    """True when `address` (IPv4 or IPv6, with or without zone) belongs to the public internet.

    >>> public("93.184.216.34"), public("64:ff9b::7f00:1"), public("fec0::1")
    (True, False, False)
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if not isinstance(parsed, IPv6Address):
        return not any(parsed in block for block in _CLOSED_4)
    if parsed.scope_id is not None:
        return False
    return parsed in _OPEN_6 and not any(parsed in block for block in _CLOSED_6)


def literal(host: str) -> bool:
    """True when `host` is an address and not a name."""
    try:
        ip_network(host.strip("[]"))
    except ValueError:
        return False
    return True
