"""Signatures against the vectors of RFC 8032, section 7.1, and against another implementation."""

import random

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from charterhub.counting.ed25519 import ORDER, signature_holds

VECTORS = [  # public key, message, signature: TEST 1, 2 and 3
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_the_published_vectors_hold(key: str, message: str, signature: str) -> None:
    assert signature_holds(bytes.fromhex(key), bytes.fromhex(message), bytes.fromhex(signature))


@pytest.mark.parametrize(("key", "message", "signature"), VECTORS)
def test_a_vector_with_one_bit_turned_does_not_hold(key: str, message: str, signature: str) -> None:
    turned = bytearray.fromhex(signature)
    turned[random.Random(key).randrange(64)] ^= 1
    assert not signature_holds(bytes.fromhex(key), bytes.fromhex(message), bytes(turned))
    assert not signature_holds(bytes.fromhex(key), bytes.fromhex(message) + b"!", bytes.fromhex(signature))


def test_what_another_implementation_signs_holds_under_its_key_alone() -> None:
    chance = random.Random(8032)
    for length in (0, 1, 63, 64, 65, 1000):
        mine, other = (Ed25519PrivateKey.from_private_bytes(chance.randbytes(32)) for _key in range(2))
        message = chance.randbytes(length)
        assert signature_holds(mine.public_key().public_bytes_raw(), message, mine.sign(message))
        assert not signature_holds(other.public_key().public_bytes_raw(), message, mine.sign(message))


def test_the_same_signature_written_in_another_way_is_refused() -> None:
    """Section 5.1.7: S must be less than the order, else a signature could be changed and still hold."""
    key, message, signature = (bytes.fromhex(part) for part in VECTORS[1])
    larger = (int.from_bytes(signature[32:], "little") + ORDER).to_bytes(32, "little")
    assert not signature_holds(key, message, signature[:32] + larger)


@pytest.mark.parametrize(("key", "signature"), [(b"", b""), (b"\xff" * 32, bytes(64)), (bytes(31), bytes(64)), (bytes(32), b"\xff" * 64)])
def test_what_is_no_key_or_no_signature_does_not_hold(key: bytes, signature: bytes) -> None:
    assert not signature_holds(key, b"message", signature)
