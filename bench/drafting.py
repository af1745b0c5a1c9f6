"""Work on a draft, in one run: saving one clause and opening the draft, in processor time, and their SQL queries.

    python -m bench.drafting [clauses ...]
"""

import re
import sys
import time

from flask.testing import FlaskClient

from bench.reading import bare_flask, processor_ms, queries_of
from bench.world import application, charter_of
from charterhub.accounts.models import Person
from charterhub.charters.models import Charter
from charterhub.charters.queries import draft_of
from charterhub.extensions import db

SAVES = 15
MS = 1000


def signed_in(client: FlaskClient) -> FlaskClient:
    person = db.session.query(Person).first()
    with client.session_transaction() as session:
        session["_user_id"], session["_fresh"] = person.get_id(), True
    return client


def save_ms(client: FlaskClient, address: str) -> float:
    """Median processor time of sending the form of one clause, in milliseconds; each time with other words."""
    times = []
    for turn in range(SAVES):
        page = client.get(address).text
        fields = dict(re.findall(r'name="(csrf_token|base_revision|base_number)"[^>]*value="([^"]*)"', page))
        began = time.process_time()
        answer = client.post(address, data={**fields, "number": "1.", "wording": f"Everyone has a home, said {turn} times."}, headers={"Referer": f"http://localhost{address}"})
        times.append(time.process_time() - began)
        assert answer.status_code == 302, answer.text[:2000]
    return sorted(times)[SAVES // 2] * MS


def measure(charter: Charter, client: FlaskClient, clauses: int) -> None:
    place = next(found for found in draft_of(charter, "en") if found.revision.wording)
    draft, clause = f"/charters/{charter.slug}/draft", f"/charters/{charter.slug}/draft/en/clauses/{place.clause.guid}"
    hello = processor_ms(bare_flask(), "/")
    saved = save_ms(client, clause)
    print(f"{clauses} clauses: save one clause {saved:.1f} ms ({saved / hello:.0f} times bare Flask's {hello:.2f} ms); "
          f"draft {queries_of(client, draft)} queries, {processor_ms(client, draft):.1f} ms; edit page {queries_of(client, clause)} queries", flush=True)


def main() -> None:
    for clauses in [int(count) for count in sys.argv[1:]] or [12, 120, 500]:
        with application() as app:
            app.config.update(WTF_CSRF_SSL_STRICT=False)
            charter = charter_of(clauses, 0)
            measure(charter, signed_in(app.test_client()), clauses)


if __name__ == "__main__":
    main()
