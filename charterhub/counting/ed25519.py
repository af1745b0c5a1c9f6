"""Checking Ed25519 signatures in plain Python, for the verifier that must run where nothing is installed.

Follows RFC 8032, sections 5.1 to 5.1.7: the curve -x² + y² = 1 + d·x²·y² over the field of 2²⁵⁵ - 19, points in extended
homogeneous coordinates (X, Y, Z, T) with x = X/Z, y = Y/Z, x·y = T/Z. It only verifies, so nothing here is secret and
nothing needs to run in constant time.
"""

import hashlib

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE_D = -121665 * pow(121666, -1, PRIME) % PRIME
ROOT_OF_MINUS_ONE = pow(2, (PRIME - 1) // 4, PRIME)
Point = tuple[int, int, int, int]
NEUTRAL: Point = (0, 1, 1, 0)


def signature_holds(public_key: bytes, message: bytes, signature: bytes) -> bool:
    """Whether 8·S·B = 8·R + 8·k·A, the check of section 5.1.7."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    key, commitment_point = decompress(public_key), decompress(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if key is None or commitment_point is None or scalar >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public_key + message).digest(), "little") % ORDER
    ours, theirs = times(8 * scalar, BASE), add(times(8, commitment_point), times(8 * challenge, key))
    return same(ours, theirs)


def decompress(encoded: bytes) -> Point | None:
    """Section 5.1.3: y and the sign of x. None when there is no such point."""
    both = int.from_bytes(encoded, "little")
    sign, y = both >> 255, both & (2**255 - 1)
    if y >= PRIME:
        return None
    square = (y * y - 1) * pow(CURVE_D * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if (x * x - square) % PRIME:
        x = x * ROOT_OF_MINUS_ONE % PRIME
    if (x * x - square) % PRIME or (x == 0 and sign):
        return None
    x = PRIME - x if x & 1 != sign else x
    return (x, y, 1, x * y % PRIME)


def add(one: Point, other: Point) -> Point:
    """Section 5.1.4; complete, so it doubles as well."""
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a, b = (y1 - x1) * (y2 - x2) % PRIME, (y1 + x1) * (y2 + x2) % PRIME
    c, d = 2 * t1 * t2 * CURVE_D % PRIME, 2 * z1 * z2 % PRIME
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % PRIME, g * h % PRIME, f * g % PRIME, e * h % PRIME)


def times(scalar: int, point: Point) -> Point:
    total = NEUTRAL
    while scalar:
        if scalar & 1:
            total = add(total, point)
        point, scalar = add(point, point), scalar >> 1
    return total


def same(one: Point, other: Point) -> bool:
    """Equal as fractions: x1/z1 = x2/z2 and y1/z1 = y2/z2."""
    return not ((one[0] * other[2] - other[0] * one[2]) % PRIME or (one[1] * other[2] - other[1] * one[2]) % PRIME)


BASE = decompress((4 * pow(5, -1, PRIME) % PRIME).to_bytes(32, "little")) or NEUTRAL
