"""Charts and the map as inline SVG that needs no script, no network and no font."""
