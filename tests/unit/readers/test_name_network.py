"""The tagger's network: words are described once, other mentions in the article are seen, files are safe."""

import numpy as np

from rawi.arabic import vectors
from rawi.arabic.words import tokens
from rawi.readers.naming import network
from rawi.readers.naming.network import Network
from rawi.readers.naming.tagger import Tagger, read_model, tagger, write_model

SIZE = 4


def empty(labels=9):
    """A network that says nothing of any word."""
    ways = len(network.WAYS)
    arrays = {
        "words": np.zeros((3, SIZE)),
        "phrases": np.zeros((1, SIZE)),
        "meaning": np.zeros((vectors.SIZE, SIZE)),
        "m": np.zeros((SIZE + 1, SIZE)),
        "o": np.zeros((ways, SIZE, labels)),
        "od": np.zeros((ways, SIZE, labels)),
        "ob": np.zeros((ways, labels)),
        "moves": np.zeros((ways, labels, labels)),
    }
    for k in (1, 2, 3, 4):
        arrays[f"c{k}"] = np.zeros((3 * SIZE, SIZE))
        arrays[f"b{k}"] = np.zeros(SIZE)
    return [network.EDGE, "w=الدليمي", "w=سامي"], ["G=placeB"], arrays


def test_a_word_is_told_by_itself_by_its_neighbour_and_by_its_other_mentions():
    words, phrases, arrays = empty()
    arrays["words"][2, 0] = 1  # «سامي»
    arrays["c1"][0, 1] = 1  # the word after it is marked
    arrays["m"][1, 2] = 1  # and wherever that word stands again
    arrays["od"][0, 0, 1] = 5
    arrays["o"][0, 1, 2], arrays["o"][0, 2, 3] = 5, 5
    made = Network(words, phrases, arrays)
    first, second = tokens("قال سامي الدليمي"), tokens("وأضاف الدليمي أن العمل انتهى")
    a, b = made.emissions([first, second], [[()] * 3, [()] * 5])
    assert a[1, 1] == 5 and not a[0].any()
    assert a[2, 2] == 5 and a[2, 3] == 0  # its other mention stands after no first name
    assert b[1, 3] == 5 and not b[2:].any()
    (alone,) = made.emissions([second], [[()] * 5])
    assert not alone.any()


def test_edges_count_as_no_name():
    words, phrases, arrays = empty()
    arrays["moves"][0, 0, 2] = -3  # nothing is continued after no name
    made = Network(words, phrases, arrays)
    (row,) = made.emissions([tokens("قال سامي الدليمي")], [[()] * 3])
    assert row[:, 2].tolist() == [-3, 0, 0]


def test_each_way_of_labelling_has_its_own_last_layer():
    words, phrases, arrays = empty()
    arrays["ob"][1, 7] = 2
    made = Network(words, phrases, arrays)
    sentence, found = [tokens("سامي")], [[()]]
    assert made.emissions(sentence, found, "aqmar")[0][0, 7] == 2
    assert not made.emissions(sentence, found)[0].any()


def test_several_networks_are_heard_equally():
    words, phrases, arrays = empty()
    arrays["words"][2, 0], arrays["od"][0, 0, 1] = 1, 4  # «سامي» begins a person's name
    _, _, other = empty()
    other["ob"][0, 3], other["moves"][0, 1, 2] = 2, 6
    both = Network(words, phrases, {k: np.stack([arrays[k], other[k]]) for k in arrays})
    (row,) = both.emissions([tokens("قال سامي الدليمي")], [[()] * 3])
    assert row[:, 1].tolist() == [0, 2, 0] and row[:, 3].tolist() == [1, 1, 1]
    assert both.moves()[1, 2] == 3


def test_the_network_survives_the_model_file():
    shipped = tagger()
    again = read_model(write_model(shipped))
    sentences = [tokens("قال وزير النقل سامي الدليمي إن الجسر سيفتح في بغداد.")]
    found = [[()] * len(sentences[0])]
    for way in network.WAYS:
        ours = shipped.network.emissions(sentences, found, way)[0]
        assert np.allclose(again.network.emissions(sentences, found, way)[0], ours, atol=0.05)


def test_the_share_decides_who_is_heard():
    shipped = tagger()
    words, phrases, arrays = empty()
    arrays["ob"][0, 0] = 50  # nothing is a name
    deaf = Network(words, phrases, arrays)
    sentences = [tokens("قال وزير النقل سامي الدليمي إن الجسر سيفتح في بغداد.")]
    assert Tagger(shipped.first, shipped.second, deaf, 0.0).tag(sentences)[0]
    assert not Tagger(shipped.first, shipped.second, deaf, 0.9).tag(sentences)[0]
