from trendechos.flow.check import problems
from trendechos.flow.stages import KEPT, STAGES, Stage, engine_id


def test_the_stages_stand_in_an_order_that_works() -> None:
    assert problems(STAGES) == []


def test_a_stage_that_reads_too_early_is_named() -> None:
    moved = [STAGES[-1], *STAGES[:-1]]
    assert problems(moved) == ["compose reads Situation, which nothing before it writes"]


def test_a_stage_that_stands_twice_is_named() -> None:
    stage = Stage("once", 1, ("bytes",), ("Report",), "")
    assert problems([stage, stage]) == ["once stands twice"]


def test_kept_stages_exist_and_the_engine_follows_the_model() -> None:
    assert set(KEPT) <= {stage.name for stage in STAGES}
    assert engine_id("model-a", "0.1.0") != engine_id("model-b", "0.1.0")
