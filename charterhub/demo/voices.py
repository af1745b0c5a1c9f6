"""What the demo's people say: comments and their answers, amendments and what became of them, a voting round."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from charterhub.amendments.operations import adopt_amendment, reject_amendment, table_amendment, withdraw_amendment
from charterhub.charters.queries import version_by_number
from charterhub.comments.operations import answer_comment, post_comment
from charterhub.counting.quorum import Quorum
from charterhub.demo.content import Complaint, Decision, Proposal, Remark, Reply, Voices, Vote
from charterhub.demo.stage import Act, Stage
from charterhub.moderation.operations import appeal, report, rule
from charterhub.moderation.queries import latest_case
from charterhub.text.anchors import describe
from charterhub.voting.operations import cast_ballots, close_round, open_round, prepare_round, raise_objection

OWN_NAME = "name"
CLOSING_HOUR = 18


def utterances(stage: Stage, voices: Voices) -> Iterator[Act]:
    for remark in voices.comments:
        yield Act(remark.days_ago, remark.key, partial(comment, stage, remark))
    for reply in voices.answers:
        yield Act(reply.days_ago, f"answer {reply.comment}", partial(answer, stage, reply))
    for complaint in voices.reports:
        yield Act(complaint.days_ago, f"report {complaint.comment}", partial(report_comment, stage, complaint))
        yield Act(complaint.decided_days_ago, f"hide {complaint.comment}", partial(hide_comment, stage, complaint))
        yield Act(complaint.appealed_days_ago, f"appeal {complaint.comment}", partial(appeal_for_comment, stage, complaint))
    for proposal in voices.amendments:
        yield from amendment(stage, proposal)
    for vote in voices.rounds:
        yield Act(vote.opened_days_ago + 1, f"prepare {vote.title}", partial(prepare, stage, vote))
        yield Act(vote.opened_days_ago, f"open {vote.title}", partial(open_to_voters, stage, vote))
        yield Act(vote.opened_days_ago - 1, f"vote {vote.title}", partial(cast, stage, vote))
        if vote.counted_days_ago is not None:
            yield Act(vote.counted_days_ago, f"count {vote.title}", partial(count, stage, vote))


def comment(stage: Stage, remark: Remark) -> None:
    clause = stage.clause(remark)
    selector = None
    if remark.quote:
        start = clause.revision.plain.index(remark.quote)
        selector = describe(clause.revision.plain, start, start + len(remark.quote))
    author = stage.people[remark.author]
    stage.comments[remark.key] = post_comment(author, clause, remark.body, remark.language, selector, remark.shown_as == OWN_NAME)


def answer(stage: Stage, reply: Reply) -> None:
    answer_comment(stage.people[reply.by], stage.comments[reply.comment], reply.disposition, reply.reason)


def report_comment(stage: Stage, complaint: Complaint) -> None:
    report(stage.people[complaint.by], stage.comments[complaint.comment], complaint.ground, complaint.words)


def hide_comment(stage: Stage, complaint: Complaint) -> None:
    rule(stage.people[complaint.decided_by], latest_case(stage.comments[complaint.comment]), "hidden", complaint.facts, complaint.ground)


def appeal_for_comment(stage: Stage, complaint: Complaint) -> None:
    comment = stage.comments[complaint.comment]
    appeal(comment.author, latest_case(comment), complaint.appeal)


def amendment(stage: Stage, proposal: Proposal) -> Iterator[Act]:
    """Tabled, and what became of it."""
    yield Act(proposal.days_ago, proposal.key, partial(table, stage, proposal))
    if proposal.withdrawn_days_ago:
        yield Act(proposal.withdrawn_days_ago, f"withdraw {proposal.key}", partial(withdraw, stage, proposal))
    if proposal.disposition:
        decision = proposal.disposition
        yield Act(decision.days_ago, f"decide {proposal.key}", partial(decide, stage, proposal.key, decision))


def table(stage: Stage, proposal: Proposal) -> None:
    author, under_own_name = stage.people[proposal.author], proposal.shown_as == OWN_NAME
    clause = stage.clause(proposal)
    stage.amendments[proposal.key] = table_amendment(author, clause, proposal.wording, proposal.rationale, under_own_name)


def withdraw(stage: Stage, proposal: Proposal) -> None:
    withdraw_amendment(stage.people[proposal.author], stage.amendments[proposal.key])


def decide(stage: Stage, key: str, decision: Decision) -> None:
    actor, tabled = stage.people[decision.by], stage.amendments[key]
    if decision.outcome == "rejected":
        reject_amendment(actor, tabled, decision.reason)
    else:
        adopt_amendment(actor, tabled, decision.reason, decision.wording)


def prepare(stage: Stage, vote: Vote) -> None:
    version = version_by_number(stage.charters[vote.charter], vote.version)
    asked = [stage.clause_with(vote.charter, vote.edition, vote.version, words) for words in vote.questions.values()]
    closes_at = stage.today.replace(hour=CLOSING_HOUR, minute=0, second=0, microsecond=0) + timedelta(days=vote.closes_in_days)
    stage.rounds[vote.title] = prepare_round(
        stage.people[vote.prepared_by], version, vote.title, [clause.clause_id for clause in asked], vote.majority,
        Quorum(**vote.quorum), closes_at,
    )  # fmt: skip


def open_to_voters(stage: Stage, vote: Vote) -> None:
    open_round(stage.people[vote.prepared_by], stage.rounds[vote.title])


def cast(stage: Stage, vote: Vote) -> None:
    """Those who have voted already; ballots leave no moment, so they go in together."""
    for email, chosen in vote.votes.items():
        cast_ballots(stage.people[email], stage.rounds[vote.title], choices(stage, vote, chosen))


def count(stage: Stage, vote: Vote) -> None:
    close_round(stage.people[vote.prepared_by], stage.rounds[vote.title])
    if vote.objection:
        raise_objection(stage.people[vote.objection["by"]], stage.rounds[vote.title], vote.objection["body"])


def choices(stage: Stage, vote: Vote, chosen: dict[str, str]) -> dict[int, str]:
    """The choices by question instead of by the content's key."""
    asked = {question.clause_id: question.id for question in stage.rounds[vote.title].questions}
    return {
        asked[stage.clause_with(vote.charter, vote.edition, vote.version, words).clause_id]: chosen[key]
        for key, words in vote.questions.items()
    }
