"""Voters, so many at once, each of them a person: with their own ballot, on their own connection.

A voter who gets no answer, because the worker was killed, sends the same ballot again, as people do. What was answered with
a redirect counts as taken: it must be in the box whatever happens afterwards.
"""

import socket
import threading
import time

from bench.polling_station import PATIENCE_SECONDS, Station


def vote_all(made: Station, at_once: int = 8) -> float:
    """Everybody votes, so many at once; the seconds it took."""
    line, lock, started = iter(range(len(made.requests))), threading.Lock(), time.perf_counter()

    def place_in_line() -> None:
        while True:
            with lock:
                number = next(line, None)
            if number is None:
                return
            _until_taken(made, number)

    threads = [threading.Thread(target=place_in_line) for _place in range(at_once)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return time.perf_counter() - started


def _until_taken(made: Station, number: int) -> None:
    while True:
        try:
            with socket.create_connection(("127.0.0.1", made.port), timeout=PATIENCE_SECONDS) as connection:
                connection.sendall(made.requests[number])
                answer = _answer(connection)
        except OSError:
            made.sent_again += 1
            time.sleep(0.02)
            continue
        if not answer.startswith(b"HTTP/1.1 302"):
            raise RuntimeError(answer[:3000].decode(errors="replace"))
        made.taken.add(number)
        return


def _answer(connection: socket.socket) -> bytes:
    """One whole HTTP answer with a Content-Length."""
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += _some(connection)
    head, _blank, body = answer.partition(b"\r\n\r\n")
    length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
    while len(body) < length:
        body += _some(connection)
    return head + b"\r\n\r\n" + body


def _some(connection: socket.socket) -> bytes:
    received = connection.recv(65536)
    if not received:
        raise ConnectionResetError
    return received
