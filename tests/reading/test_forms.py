from trendechos import reading
from trendechos.reading import parse
from trendechos.reading.forms import Forms

TEXTS = [
    "Let's see what they're gonna do; it ain't over.",
    "There's a bridge, and there are two roads, y'all.",
    "He has been seen, is seen and was leaving.",
    "Officials said the U.S.-led talks would be held in Geneva on 5 May.",
    "She gotta go but he only saw the saw.",
    "They left it to be, and left left.",
]


def test_forms_equal_the_models_own_steps() -> None:
    parser = reading.Parser()
    pipeline = parser._pipeline
    assert Forms(pipeline).usable
    for _ in range(2):  # first learning, then from memory
        for text, parsed in zip(TEXTS, parser.parse(TEXTS), strict=True):
            doc = parse._whole(pipeline.make_doc(text))
            for _, step in pipeline.pipeline:
                doc = step(doc)
            assert parsed.poses == tuple(token.pos_ for token in doc)
            assert parsed.lemmas == tuple(token.lemma_ for token in doc)
