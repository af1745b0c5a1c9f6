"""The first schema: people, members, charters and their versions, comments, amendments, votes, journal and outbox."""

from alembic import op
import sqlalchemy as sa

from charterhub.frozen import POSTGRES_FUNCTION_NAME, frozen_sql


revision = '0001'
down_revision = None

# Rows of these never change: see charterhub/frozen.py.
FROZEN = (
    "adoption",
    "amendment",
    "amendment_carried_operation",
    "amendment_disposition",
    "amendment_operation",
    "amendment_rebase",
    "amendment_withdrawal",
    "answer",
    "answers_waiver",
    "assessment",
    "breakdown",
    "comment_earlier_text",
    "comment_placement",
    "comment_settlement",
    "commitment_change",
    "disposition_announcement",
    "disposition_reopening",
    "handover",
    "indicator_reading",
    "intake",
    "journal_entry",
    "ledger_entry",
    "mandate_reminder",
    "member_description",
    "merge_step",
    "merge_step_undoing",
    "moderation_appeal",
    "moderation_report",
    "moderation_rules",
    "moderation_ruling",
    "option",
    "page_text",
    "passage_mark",
    "progress_report",
    "provenance",
    "reaffirmation",
    "rejoinder",
    "review_mark",
    "review_mark_reading",
    "revision",
    "round_decision",
    "signed_head",
    "stage_change",
    "tally",
    "version",
    "version_clause",
    "version_edition",
    "version_lineage",
    "vote_definition",
)


def upgrade() -> None:
    op.create_table('letter',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('to', sa.String(length=254), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('subject', sa.String(length=300), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('claimed_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_letter'))
    )
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.create_index('ix_letter_sent_at', ['sent_at'], unique=False)

    op.create_table('member',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('place_key', sa.String(length=200), nullable=False),
    sa.Column('admitted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('stage', sa.String(length=20), nullable=False),
    sa.CheckConstraint("stage IN ('listed', 'active', 'report_due', 'overdue', 'on_hold', 'reaffirmed', 'withdrawn')", name=op.f('ck_member_stage_known')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_member')),
    sa.UniqueConstraint('country', 'place_key', name=op.f('uq_member_country_place_key')),
    sa.UniqueConstraint('slug', name=op.f('uq_member_slug'))
    )
    with op.batch_alter_table('member', schema=None) as batch_op:
        batch_op.create_index('ix_member_stage', ['stage'], unique=False)

    op.create_table('person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('pseudonym', sa.String(length=60), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=False),
    sa.Column('locale', sa.String(length=35), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('email = lower(email)', name=op.f('ck_person_email_lower')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person')),
    sa.UniqueConstraint('email', name=op.f('uq_person_email')),
    sa.UniqueConstraint('pseudonym', name=op.f('uq_person_pseudonym'))
    )
    op.create_table('charter',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('phase', sa.String(length=20), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('first_look_hours', sa.Integer(), nullable=False),
    sa.CheckConstraint("phase IN ('drafting', 'consultation', 'amending', 'voting', 'adopted')", name=op.f('ck_charter_phase_known')),
    sa.CheckConstraint('first_look_hours BETWEEN 0 AND 72', name=op.f('ck_charter_first_look_ends')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_charter_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_charter')),
    sa.UniqueConstraint('slug', name=op.f('uq_charter_slug'))
    )
    with op.batch_alter_table('charter', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_charter_member_id'), ['member_id'], unique=False)

    op.create_table('commitment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('problem', sa.Text(), nullable=False),
    sa.Column('result', sa.Text(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('lead_unit', sa.String(length=200), nullable=False),
    sa.Column('partners', sa.Text(), nullable=False),
    sa.Column('counterpart', sa.String(length=200), nullable=False),
    sa.Column('groups', sa.Text(), nullable=False),
    sa.Column('treaty_items', sa.Text(), nullable=False),
    sa.Column('horizon', sa.String(length=10), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('budget', sa.String(length=300), nullable=False),
    sa.Column('reservation', sa.Text(), nullable=False),
    sa.Column('reservation_ground', sa.Text(), nullable=False),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.CheckConstraint("(reservation <> '') = (reservation_ground <> '')", name=op.f('ck_commitment_reservation_with_ground')),
    sa.CheckConstraint("horizon IN ('', 'short', 'mid')", name=op.f('ck_commitment_horizon_known')),
    sa.CheckConstraint("kind IN ('text', 'body', 'rule', 'service', 'budget', 'data', 'training', 'request')", name=op.f('ck_commitment_kind_known')),
    sa.CheckConstraint("reservation <> '' OR review_on IS NULL", name=op.f('ck_commitment_review_of_a_reservation')),
    sa.CheckConstraint("status IN ('proposed', 'adopted', 'in_progress', 'limited', 'substantial', 'completed', 'stalled', 'withdrawn')", name=op.f('ck_commitment_status_known')),
    sa.CheckConstraint("title <> '' AND result <> '' AND lead_unit <> ''", name=op.f('ck_commitment_says_what_and_who')),
    sa.CheckConstraint('due_on >= starts_on', name=op.f('ck_commitment_dates_in_order')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_commitment_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commitment')),
    sa.UniqueConstraint('member_id', 'number', name=op.f('uq_commitment_member_id_number'))
    )
    with op.batch_alter_table('commitment', schema=None) as batch_op:
        batch_op.create_index('ix_commitment_status', ['status'], unique=False)

    op.create_table('electoral_list',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('key', sa.LargeBinary(), nullable=True),
    sa.Column('lines', sa.Integer(), nullable=False),
    sa.Column('taken_in_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('papers', 'addresses')", name=op.f('ck_electoral_list_kind_known')),
    sa.CheckConstraint('(removed_at IS NULL) = (key IS NOT NULL)', name=op.f('ck_electoral_list_key_until_removed')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_electoral_list_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_electoral_list'))
    )
    with op.batch_alter_table('electoral_list', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_electoral_list_member_id'), ['member_id'], unique=False)

    op.create_table('enrolment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('channel', sa.String(length=10), nullable=False),
    sa.Column('country', sa.String(length=2), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('place_key', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('kind_other', sa.String(length=100), nullable=False),
    sa.Column('inhabitants', sa.Integer(), nullable=False),
    sa.Column('head_name', sa.String(length=200), nullable=False),
    sa.Column('head_title', sa.String(length=100), nullable=False),
    sa.Column('mandate_from', sa.Date(), nullable=False),
    sa.Column('mandate_until', sa.Date(), nullable=False),
    sa.Column('focal_point_name', sa.String(length=200), nullable=False),
    sa.Column('focal_point_email', sa.String(length=254), nullable=False),
    sa.Column('vision', sa.Text(), nullable=False),
    sa.Column('motivation', sa.Text(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('signer_name', sa.String(length=200), nullable=False),
    sa.Column('signer_position', sa.String(length=200), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=False),
    sa.Column('signature', sa.String(length=200), nullable=False),
    sa.Column('drawing', sa.Text(), nullable=False),
    sa.Column('signed_copy', sa.String(length=64), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.CheckConstraint("(kind = 'other') = (kind_other <> '')", name=op.f('ck_enrolment_other_kind_named')),
    sa.CheckConstraint("(state = 'admitted') = (member_id IS NOT NULL)", name=op.f('ck_enrolment_admitted_is_member')),
    sa.CheckConstraint("channel IN ('web', 'email', 'event', 'list')", name=op.f('ck_enrolment_channel_known')),
    sa.CheckConstraint("kind IN ('city', 'district', 'region', 'province', 'metropolis', 'other')", name=op.f('ck_enrolment_kind_known')),
    sa.CheckConstraint("signature <> '' OR drawing <> '' OR signed_copy <> ''", name=op.f('ck_enrolment_signed_somehow')),
    sa.CheckConstraint("state <> 'refused' OR reason <> ''", name=op.f('ck_enrolment_refused_with_reason')),
    sa.CheckConstraint("state IN ('received', 'checked') OR (decided_at IS NOT NULL AND decided_by_id IS NOT NULL)", name=op.f('ck_enrolment_decided_by_someone')),
    sa.CheckConstraint("state IN ('received', 'checked', 'admitted', 'refused')", name=op.f('ck_enrolment_state_known')),
    sa.CheckConstraint('inhabitants > 0', name=op.f('ck_enrolment_inhabitants_positive')),
    sa.CheckConstraint('mandate_until > mandate_from', name=op.f('ck_enrolment_mandate_in_order')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_enrolment_author_id_person')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['person.id'], name=op.f('fk_enrolment_decided_by_id_person')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_enrolment_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolment')),
    sa.UniqueConstraint('member_id', name=op.f('uq_enrolment_member_id'))
    )
    with op.batch_alter_table('enrolment', schema=None) as batch_op:
        batch_op.create_index('uq_enrolment_live_place', ['country', 'place_key'], unique=True, sqlite_where=sa.text("state <> 'refused'"), postgresql_where=sa.text("state <> 'refused'"))

    op.create_table('handover',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('focal_point_name', sa.String(length=200), nullable=False),
    sa.Column('focal_point_email', sa.String(length=254), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_handover_by_id_person')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_handover_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_handover'))
    )
    with op.batch_alter_table('handover', schema=None) as batch_op:
        batch_op.create_index('ix_handover_member', ['member_id'], unique=False)

    op.create_table('identity_provider',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('issuer', sa.String(length=300), nullable=False),
    sa.Column('client_id', sa.String(length=200), nullable=False),
    sa.Column('area_claim', sa.String(length=60), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_identity_provider_member_id_member')),
    sa.PrimaryKeyConstraint('member_id', name=op.f('pk_identity_provider'))
    )
    op.create_table('invitation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('invited_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('invited_by_id', sa.Integer(), nullable=False),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('email = lower(email)', name=op.f('ck_invitation_email_lower')),
    sa.ForeignKeyConstraint(['invited_by_id'], ['person.id'], name=op.f('fk_invitation_invited_by_id_person')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_invitation_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('member_id', 'email', name=op.f('uq_invitation_member_id_email'))
    )
    op.create_table('mandate_reminder',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('mandate_until', sa.Date(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_mandate_reminder_member_id_member')),
    sa.PrimaryKeyConstraint('member_id', 'mandate_until', name=op.f('pk_mandate_reminder'))
    )
    op.create_table('member_description',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('edition', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('languages', sa.String(length=400), nullable=False),
    sa.Column('powers', sa.Text(), nullable=False),
    sa.Column('institutions', sa.JSON(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('edition > 0', name=op.f('ck_member_description_edition_positive')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_member_description_by_id_person')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_member_description_member_id_member')),
    sa.PrimaryKeyConstraint('member_id', 'edition', name=op.f('pk_member_description'))
    )
    op.create_table('organisation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('website', sa.String(length=300), nullable=False),
    sa.Column('registration', sa.String(length=300), nullable=False),
    sa.Column('presented_by_id', sa.Integer(), nullable=False),
    sa.Column('presented_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('verified_by_id', sa.Integer(), nullable=True),
    sa.Column('verified_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('(verified_at IS NULL) = (verified_by_id IS NULL)', name=op.f('ck_organisation_verified_by_somebody')),
    sa.CheckConstraint('length(trim(name)) > 0', name=op.f('ck_organisation_with_name')),
    sa.ForeignKeyConstraint(['presented_by_id'], ['person.id'], name=op.f('fk_organisation_presented_by_id_person')),
    sa.ForeignKeyConstraint(['verified_by_id'], ['person.id'], name=op.f('fk_organisation_verified_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('name', name=op.f('uq_organisation_name'))
    )
    op.create_table('page_text',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=40), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('wording', sa.Text(), nullable=False),
    sa.Column('html', sa.Text(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.CheckConstraint("wording <> ''", name=op.f('ck_page_text_says_something')),
    sa.ForeignKeyConstraint(['written_by_id'], ['person.id'], name=op.f('fk_page_text_written_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_page_text')),
    sa.UniqueConstraint('topic', 'language', 'edition', name=op.f('uq_page_text_topic_language_edition'))
    )
    op.create_table('publishing_rule',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_publishing_rule_member_id_member')),
    sa.PrimaryKeyConstraint('member_id', name=op.f('pk_publishing_rule'))
    )
    op.create_table('reaffirmation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('head_name', sa.String(length=200), nullable=False),
    sa.Column('head_title', sa.String(length=100), nullable=False),
    sa.Column('mandate_from', sa.Date(), nullable=False),
    sa.Column('mandate_until', sa.Date(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('mandate_until > mandate_from', name=op.f('ck_reaffirmation_mandate_in_order')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_reaffirmation_by_id_person')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_reaffirmation_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reaffirmation'))
    )
    with op.batch_alter_table('reaffirmation', schema=None) as batch_op:
        batch_op.create_index('ix_reaffirmation_member', ['member_id'], unique=False)

    op.create_table('role',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('organisation', sa.String(length=200), nullable=False),
    sa.CheckConstraint("(name = 'representative') = (organisation <> '')", name=op.f('ck_role_organisation_where_needed')),
    sa.CheckConstraint("(name IN ('inhabitant', 'official')) = (member_id IS NOT NULL)", name=op.f('ck_role_place_where_needed')),
    sa.CheckConstraint("name IN ('inhabitant', 'representative', 'official', 'committee', 'administrator')", name=op.f('ck_role_name_known')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_role_member_id_member')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_role')),
    sa.UniqueConstraint('person_id', 'name', 'member_id', name=op.f('uq_role_person_id_name_member_id'))
    )
    with op.batch_alter_table('role', schema=None) as batch_op:
        batch_op.create_index('ix_role_member', ['member_id', 'name'], unique=False)
        batch_op.create_index('uq_role_without_place', ['person_id', 'name'], unique=True, sqlite_where=sa.text('member_id IS NULL'), postgresql_where=sa.text('member_id IS NULL'))

    op.create_table('two_person_rule',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_two_person_rule_member_id_member')),
    sa.PrimaryKeyConstraint('member_id', name=op.f('pk_two_person_rule'))
    )
    op.create_table('verification',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('area', sa.String(length=80), nullable=False),
    sa.Column('band', sa.String(length=10), nullable=False),
    sa.Column('verified_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_verification_member_id_member')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_verification_person_id_person')),
    sa.PrimaryKeyConstraint('member_id', 'person_id', name=op.f('pk_verification')),
    sa.UniqueConstraint('member_id', 'mark', name=op.f('uq_verification_member_id_mark'))
    )
    with op.batch_alter_table('verification', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verification_person_id'), ['person_id'], unique=False)

    op.create_table('answer_batch',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_answer_batch_charter_id_charter')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_answer_batch'))
    )
    op.create_table('answers_waiver',
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('version_number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('waived_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('waived_by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('length(trim(reason)) > 0', name=op.f('ck_answers_waiver_with_reason')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_answers_waiver_charter_id_charter')),
    sa.ForeignKeyConstraint(['waived_by_id'], ['person.id'], name=op.f('fk_answers_waiver_waived_by_id_person')),
    sa.PrimaryKeyConstraint('charter_id', 'version_number', name=op.f('pk_answers_waiver'))
    )
    op.create_table('assessment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('assessed_on', sa.Date(), nullable=False),
    sa.Column('completion', sa.String(length=20), nullable=False),
    sa.Column('practice', sa.String(length=20), nullable=False),
    sa.Column('confidence', sa.String(length=10), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("completion IN ('not_started', 'limited', 'substantial', 'completed')", name=op.f('ck_assessment_completion_known')),
    sa.CheckConstraint("confidence IN ('low', 'medium', 'high')", name=op.f('ck_assessment_confidence_known')),
    sa.CheckConstraint("practice IN ('yes', 'partly', 'no', 'unclear')", name=op.f('ck_assessment_practice_known')),
    sa.CheckConstraint("words <> ''", name=op.f('ck_assessment_says_something')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_assessment_author_id_person')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_assessment_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_assessment'))
    )
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.create_index('ix_assessment_commitment', ['commitment_id'], unique=False)

    op.create_table('charter_process',
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('who_decides', sa.Text(), nullable=False),
    sa.Column('mandate', sa.Text(), nullable=False),
    sa.Column('thresholds', sa.Text(), nullable=False),
    sa.Column('afterwards', sa.Text(), nullable=False),
    sa.Column('windows', sa.JSON(), nullable=False),
    sa.Column('support_threshold', sa.Integer(), nullable=False),
    sa.Column('amendments_a_person', sa.Integer(), nullable=False),
    sa.Column('refile_days', sa.Integer(), nullable=False),
    sa.Column('set_by_id', sa.Integer(), nullable=True),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('amendments_a_person >= 0', name=op.f('ck_charter_process_limit_not_negative')),
    sa.CheckConstraint('refile_days > 0', name=op.f('ck_charter_process_some_days_to_refile')),
    sa.CheckConstraint('support_threshold >= 0', name=op.f('ck_charter_process_threshold_not_negative')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_charter_process_charter_id_charter')),
    sa.ForeignKeyConstraint(['set_by_id'], ['person.id'], name=op.f('fk_charter_process_set_by_id_person')),
    sa.PrimaryKeyConstraint('charter_id', name=op.f('pk_charter_process'))
    )
    op.create_table('clause',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('guid', sa.String(length=36), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('parent_id', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('horizon', sa.String(length=10), nullable=False),
    sa.Column('in_draft', sa.Boolean(), nullable=False),
    sa.Column('split_from_id', sa.Integer(), nullable=True),
    sa.Column('joined_into_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("horizon IN ('', 'short', 'mid')", name=op.f('ck_clause_horizon_known')),
    sa.CheckConstraint("kind IN ('front_matter', 'preamble', 'recital', 'part', 'chapter', 'section', 'article', 'provision', 'paragraph', 'subparagraph', 'point', 'definition', 'action_plan', 'action_item', 'final_provisions', 'additional_provision', 'entry_into_force', 'signatures', 'signatory', 'annex')", name=op.f('ck_clause_kind_known')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_clause_charter_id_charter')),
    sa.ForeignKeyConstraint(['joined_into_id'], ['clause.id'], name=op.f('fk_clause_joined_into_id_clause')),
    sa.ForeignKeyConstraint(['parent_id'], ['clause.id'], name=op.f('fk_clause_parent_id_clause')),
    sa.ForeignKeyConstraint(['split_from_id'], ['clause.id'], name=op.f('fk_clause_split_from_id_clause')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_clause')),
    sa.UniqueConstraint('guid', name=op.f('uq_clause_guid'))
    )
    with op.batch_alter_table('clause', schema=None) as batch_op:
        batch_op.create_index('ix_clause_charter', ['charter_id', 'parent_id', 'position'], unique=False)

    op.create_table('commitment_area',
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('area', sa.String(length=30), nullable=False),
    sa.Column('specified', sa.String(length=200), nullable=False),
    sa.CheckConstraint("(area = 'other') = (specified <> '')", name=op.f('ck_commitment_area_other_specified')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_commitment_area_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('commitment_id', 'area', name=op.f('pk_commitment_area'))
    )
    with op.batch_alter_table('commitment_area', schema=None) as batch_op:
        batch_op.create_index('ix_commitment_area_area', ['area'], unique=False)

    op.create_table('commitment_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.Column('lowered', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.CheckConstraint("NOT lowered OR reason <> ''", name=op.f('ck_commitment_change_lowered_with_reason')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_commitment_change_by_id_person')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_commitment_change_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commitment_change')),
    sa.UniqueConstraint('commitment_id', 'edition', name=op.f('uq_commitment_change_commitment_id_edition'))
    )
    op.create_table('commitment_target',
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('target', sa.String(length=5), nullable=False),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_commitment_target_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('commitment_id', 'target', name=op.f('pk_commitment_target'))
    )
    op.create_table('drafting_step',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('clause', sa.String(length=300), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('before', sa.JSON(), nullable=False),
    sa.Column('after', sa.JSON(), nullable=False),
    sa.Column('undoes_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['actor_id'], ['person.id'], name=op.f('fk_drafting_step_actor_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_drafting_step_charter_id_charter')),
    sa.ForeignKeyConstraint(['undoes_id'], ['drafting_step.id'], name=op.f('fk_drafting_step_undoes_id_drafting_step')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drafting_step')),
    sa.UniqueConstraint('undoes_id', name=op.f('uq_drafting_step_undoes_id'))
    )
    with op.batch_alter_table('drafting_step', schema=None) as batch_op:
        batch_op.create_index('ix_drafting_step_charter', ['charter_id', 'id'], unique=False)

    op.create_table('enrolment_draft',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('token', sa.String(length=43), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(length=10), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('enrolment_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("channel IN ('web', 'email', 'event')", name=op.f('ck_enrolment_draft_channel_known')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_enrolment_draft_author_id_person')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_enrolment_draft_enrolment_id_enrolment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolment_draft')),
    sa.UniqueConstraint('enrolment_id', name=op.f('uq_enrolment_draft_enrolment_id')),
    sa.UniqueConstraint('token', name=op.f('uq_enrolment_draft_token'))
    )
    with op.batch_alter_table('enrolment_draft', schema=None) as batch_op:
        batch_op.create_index('ix_enrolment_draft_author', ['author_id'], unique=False)

    op.create_table('enrolment_focus',
    sa.Column('enrolment_id', sa.Integer(), nullable=False),
    sa.Column('area', sa.String(length=30), nullable=False),
    sa.Column('specified', sa.String(length=200), nullable=False),
    sa.CheckConstraint("(area = 'other') = (specified <> '')", name=op.f('ck_enrolment_focus_other_specified')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_enrolment_focus_enrolment_id_enrolment')),
    sa.PrimaryKeyConstraint('enrolment_id', 'area', name=op.f('pk_enrolment_focus'))
    )
    op.create_table('enrolment_practice',
    sa.Column('enrolment_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('area', sa.String(length=100), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=False),
    sa.CheckConstraint("words <> ''", name=op.f('ck_enrolment_practice_has_words')),
    sa.CheckConstraint('number IN (1, 2, 3)', name=op.f('ck_enrolment_practice_three_at_most')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_enrolment_practice_enrolment_id_enrolment')),
    sa.PrimaryKeyConstraint('enrolment_id', 'number', name=op.f('pk_enrolment_practice'))
    )
    op.create_table('enrolment_question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('enrolment_id', sa.Integer(), nullable=False),
    sa.Column('question', sa.Text(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by_id', sa.Integer(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(answer <> '') = (answered_at IS NOT NULL)", name=op.f('ck_enrolment_question_answered_at_some_time')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['person.id'], name=op.f('fk_enrolment_question_asked_by_id_person')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_enrolment_question_enrolment_id_enrolment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_enrolment_question'))
    )
    with op.batch_alter_table('enrolment_question', schema=None) as batch_op:
        batch_op.create_index('ix_enrolment_question_enrolment', ['enrolment_id'], unique=False)

    op.create_table('import_sheet',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('file_name', sa.String(length=200), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('outline', sa.JSON(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_import_sheet_author_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_import_sheet_charter_id_charter')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_import_sheet_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_import_sheet'))
    )
    with op.batch_alter_table('import_sheet', schema=None) as batch_op:
        batch_op.create_index('ix_import_sheet_member', ['member_id'], unique=False)

    op.create_table('indicator',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('unit', sa.String(length=60), nullable=False),
    sa.Column('disaggregation', sa.String(length=200), nullable=False),
    sa.Column('baseline', sa.String(length=60), nullable=False),
    sa.Column('target', sa.String(length=60), nullable=False),
    sa.CheckConstraint("kind IN ('structural', 'process', 'outcome')", name=op.f('ck_indicator_kind_known')),
    sa.CheckConstraint("name <> ''", name=op.f('ck_indicator_has_name')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_indicator_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator'))
    )
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.create_index('ix_indicator_commitment', ['commitment_id'], unique=False)

    op.create_table('intake',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('source', sa.String(length=10), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('entered_by_id', sa.Integer(), nullable=False),
    sa.Column('entered_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(trim(title)) > 0', name=op.f('ck_intake_with_title')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_intake_charter_id_charter')),
    sa.ForeignKeyConstraint(['entered_by_id'], ['person.id'], name=op.f('fk_intake_entered_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_intake'))
    )
    with op.batch_alter_table('intake', schema=None) as batch_op:
        batch_op.create_index('ix_intake_charter', ['charter_id'], unique=False)

    op.create_table('journal_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('action', sa.String(length=60), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('actor_shown_as', sa.String(length=200), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=True),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('subject_id', sa.Integer(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['actor_id'], ['person.id'], name=op.f('fk_journal_entry_actor_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_journal_entry_charter_id_charter')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_journal_entry_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_journal_entry'))
    )
    with op.batch_alter_table('journal_entry', schema=None) as batch_op:
        batch_op.create_index('ix_journal_entry_charter', ['charter_id', 'id'], unique=False)
        batch_op.create_index('ix_journal_entry_member', ['member_id', 'id'], unique=False)

    op.create_table('language_edition',
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('binding', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_language_edition_charter_id_charter')),
    sa.PrimaryKeyConstraint('charter_id', 'language', name=op.f('pk_language_edition'))
    )
    op.create_table('list_line',
    sa.Column('list_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('area', sa.String(length=80), nullable=False),
    sa.Column('band', sa.String(length=10), nullable=False),
    sa.ForeignKeyConstraint(['list_id'], ['electoral_list.id'], name=op.f('fk_list_line_list_id_electoral_list')),
    sa.PrimaryKeyConstraint('list_id', 'number', name=op.f('pk_list_line')),
    sa.UniqueConstraint('list_id', 'mark', name=op.f('uq_list_line_list_id_mark'))
    )
    op.create_table('milestone',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(state = 'planned') = (settled_at IS NULL)", name=op.f('ck_milestone_settled_at_some_time')),
    sa.CheckConstraint("state <> 'reached' OR evidence <> ''", name=op.f('ck_milestone_reached_with_evidence')),
    sa.CheckConstraint("state IN ('planned', 'reached', 'missed', 'dropped')", name=op.f('ck_milestone_state_known')),
    sa.CheckConstraint("title <> ''", name=op.f('ck_milestone_has_title')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_milestone_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_milestone'))
    )
    with op.batch_alter_table('milestone', schema=None) as batch_op:
        batch_op.create_index('ix_milestone_commitment', ['commitment_id'], unique=False)

    op.create_table('moderation_rules',
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('written_by_id', sa.Integer(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(trim(body)) > 0', name=op.f('ck_moderation_rules_says_something')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_moderation_rules_charter_id_charter')),
    sa.ForeignKeyConstraint(['written_by_id'], ['person.id'], name=op.f('fk_moderation_rules_written_by_id_person')),
    sa.PrimaryKeyConstraint('charter_id', 'language', 'number', name=op.f('pk_moderation_rules'))
    )
    op.create_table('progress_report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('period_from', sa.Date(), nullable=False),
    sa.Column('period_to', sa.Date(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('evidence', sa.Text(), nullable=False),
    sa.Column('link', sa.String(length=500), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.CheckConstraint("status IN ('proposed', 'adopted', 'in_progress', 'limited', 'substantial', 'completed', 'stalled', 'withdrawn')", name=op.f('ck_progress_report_status_known')),
    sa.CheckConstraint("words <> ''", name=op.f('ck_progress_report_says_something')),
    sa.CheckConstraint('period_to >= period_from', name=op.f('ck_progress_report_period_in_order')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_progress_report_by_id_person')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_progress_report_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_progress_report')),
    sa.UniqueConstraint('commitment_id', 'period_from', 'period_to', name=op.f('uq_progress_report_commitment_id_period_from_period_to'))
    )
    op.create_table('publication_request',
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('asked_by_id', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('changelog', sa.Text(), nullable=False),
    sa.Column('draft_digest', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['asked_by_id'], ['person.id'], name=op.f('fk_publication_request_asked_by_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_publication_request_charter_id_charter')),
    sa.PrimaryKeyConstraint('charter_id', name=op.f('pk_publication_request'))
    )
    op.create_table('resident_view',
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('rating', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('rating BETWEEN 1 AND 5', name=op.f('ck_resident_view_one_to_five')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_resident_view_author_id_person')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_resident_view_commitment_id_commitment')),
    sa.PrimaryKeyConstraint('commitment_id', 'author_id', name=op.f('pk_resident_view'))
    )
    op.create_table('spokesperson',
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_spokesperson_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_spokesperson_person_id_person')),
    sa.PrimaryKeyConstraint('organisation_id', 'person_id', name=op.f('pk_spokesperson'))
    )
    with op.batch_alter_table('spokesperson', schema=None) as batch_op:
        batch_op.create_index('ix_spokesperson_person', ['person_id'], unique=False)

    op.create_table('triage_missing_right',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('named_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(trim(words)) > 0', name=op.f('ck_triage_missing_right_says_something')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_triage_missing_right_charter_id_charter')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_triage_missing_right_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_triage_missing_right'))
    )
    with op.batch_alter_table('triage_missing_right', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_triage_missing_right_charter_id'), ['charter_id'], unique=False)

    op.create_table('version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_by_id', sa.Integer(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('changelog', sa.Text(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('previous_digest', sa.String(length=64), nullable=False),
    sa.CheckConstraint('number > 0', name=op.f('ck_version_number_positive')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_version_charter_id_charter')),
    sa.ForeignKeyConstraint(['published_by_id'], ['person.id'], name=op.f('fk_version_published_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_version')),
    sa.UniqueConstraint('charter_id', 'number', name=op.f('uq_version_charter_id_number'))
    )
    op.create_table('adoption',
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.String(length=200), nullable=False),
    sa.Column('act', sa.String(length=200), nullable=False),
    sa.Column('address', sa.String(length=500), nullable=False),
    sa.Column('adopted_on', sa.Date(), nullable=False),
    sa.Column('in_force_on', sa.Date(), nullable=False),
    sa.Column('review_on', sa.Date(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("body <> '' AND act <> ''", name=op.f('ck_adoption_body_and_act_named')),
    sa.CheckConstraint('in_force_on >= adopted_on', name=op.f('ck_adoption_in_force_after_adoption')),
    sa.CheckConstraint('review_on > in_force_on', name=op.f('ck_adoption_reviewed_after_that')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_adoption_version_id_version')),
    sa.PrimaryKeyConstraint('version_id', name=op.f('pk_adoption'))
    )
    op.create_table('amendment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('rationale', sa.Text(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('speaks_for', sa.String(length=20), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('amends_id', sa.Integer(), nullable=True),
    sa.Column('tokeniser_version', sa.Integer(), nullable=False),
    sa.Column('tabled_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(speaks_for = 'member') = (member_id IS NOT NULL)", name=op.f('ck_amendment_member_where_it_speaks')),
    sa.CheckConstraint("speaks_for IN ('person', 'organisation', 'member')", name=op.f('ck_amendment_speaker_known')),
    sa.CheckConstraint('amends_id <> id', name=op.f('ck_amendment_not_its_own_counter')),
    sa.CheckConstraint('length(trim(rationale)) > 0', name=op.f('ck_amendment_with_rationale')),
    sa.ForeignKeyConstraint(['amends_id'], ['amendment.id'], name=op.f('fk_amendment_amends_id_amendment')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_amendment_author_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_amendment_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_amendment_clause_id_clause')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_amendment_member_id_member')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_amendment_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendment')),
    sa.UniqueConstraint('charter_id', 'number', name=op.f('uq_amendment_charter_id_number'))
    )
    with op.batch_alter_table('amendment', schema=None) as batch_op:
        batch_op.create_index('ix_amendment_amends', ['amends_id'], unique=False)
        batch_op.create_index('ix_amendment_author', ['author_id'], unique=False)
        batch_op.create_index('ix_amendment_clause', ['clause_id'], unique=False)

    op.create_table('attachment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('media_type', sa.String(length=100), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('place IN (0, 1, 2, 3)', name=op.f('ck_attachment_place_known')),
    sa.ForeignKeyConstraint(['draft_id'], ['enrolment_draft.id'], name=op.f('fk_attachment_draft_id_enrolment_draft')),
    sa.ForeignKeyConstraint(['sent_by_id'], ['person.id'], name=op.f('fk_attachment_sent_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachment'))
    )
    with op.batch_alter_table('attachment', schema=None) as batch_op:
        batch_op.create_index('ix_attachment_draft', ['draft_id'], unique=False)

    op.create_table('brief',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('text_language', sa.String(length=35), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('brought_by_id', sa.Integer(), nullable=False),
    sa.Column('brought_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(trim(title)) > 0', name=op.f('ck_brief_with_title')),
    sa.ForeignKeyConstraint(['brought_by_id'], ['person.id'], name=op.f('fk_brief_brought_by_id_person')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_brief_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_brief_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_brief'))
    )
    with op.batch_alter_table('brief', schema=None) as batch_op:
        batch_op.create_index('ix_brief_organisation', ['organisation_id'], unique=False)
        batch_op.create_index('ix_brief_version', ['version_id'], unique=False)

    op.create_table('clause_successor',
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('successor_id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('mapped_by_id', sa.Integer(), nullable=False),
    sa.Column('mapped_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('clause_id <> successor_id', name=op.f('ck_clause_successor_another_clause')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_clause_successor_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_clause_successor_clause_id_clause')),
    sa.ForeignKeyConstraint(['mapped_by_id'], ['person.id'], name=op.f('fk_clause_successor_mapped_by_id_person')),
    sa.ForeignKeyConstraint(['successor_id'], ['clause.id'], name=op.f('fk_clause_successor_successor_id_clause')),
    sa.PrimaryKeyConstraint('clause_id', 'successor_id', name=op.f('pk_clause_successor'))
    )
    with op.batch_alter_table('clause_successor', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_clause_successor_charter_id'), ['charter_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_clause_successor_successor_id'), ['successor_id'], unique=False)

    op.create_table('comment_pause',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('announced_by_id', sa.Integer(), nullable=False),
    sa.Column('announced_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('lifted_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(trim(reason)) > 0', name=op.f('ck_comment_pause_with_reason')),
    sa.CheckConstraint('until > announced_at', name=op.f('ck_comment_pause_ends_after_it_begins')),
    sa.ForeignKeyConstraint(['announced_by_id'], ['person.id'], name=op.f('fk_comment_pause_announced_by_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_comment_pause_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_comment_pause_clause_id_clause')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment_pause'))
    )
    with op.batch_alter_table('comment_pause', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_comment_pause_charter_id'), ['charter_id'], unique=False)
        batch_op.create_index('ix_comment_pause_clause', ['clause_id', 'until'], unique=False)

    op.create_table('drafting_role',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=10), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(role = 'translator') = (language <> '')", name=op.f('ck_drafting_role_language_of_translators')),
    sa.CheckConstraint("role IN ('drafter', 'legal', 'translator', 'observer')", name=op.f('ck_drafting_role_role_known')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_drafting_role_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_drafting_role_clause_id_clause')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_drafting_role_person_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drafting_role')),
    sa.UniqueConstraint('charter_id', 'person_id', 'role', 'clause_id', 'language', name=op.f('uq_drafting_role_charter_id_person_id_role_clause_id_language'))
    )
    with op.batch_alter_table('drafting_role', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_drafting_role_charter_id'), ['charter_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_drafting_role_person_id'), ['person_id'], unique=False)

    op.create_table('enrolment_draft_step',
    sa.Column('draft_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=20), nullable=False),
    sa.Column('answers', sa.JSON(), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('saved_by_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['draft_id'], ['enrolment_draft.id'], name=op.f('fk_enrolment_draft_step_draft_id_enrolment_draft')),
    sa.ForeignKeyConstraint(['saved_by_id'], ['person.id'], name=op.f('fk_enrolment_draft_step_saved_by_id_person')),
    sa.PrimaryKeyConstraint('draft_id', 'name', name=op.f('pk_enrolment_draft_step'))
    )
    op.create_table('evidence',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('milestone_id', sa.Integer(), nullable=True),
    sa.Column('report_id', sa.Integer(), nullable=True),
    sa.Column('name', sa.String(length=150), nullable=False),
    sa.Column('media_type', sa.String(length=100), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('(milestone_id IS NULL) <> (report_id IS NULL)', name=op.f('ck_evidence_of_one_thing')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_evidence_commitment_id_commitment')),
    sa.ForeignKeyConstraint(['milestone_id'], ['milestone.id'], name=op.f('fk_evidence_milestone_id_milestone')),
    sa.ForeignKeyConstraint(['report_id'], ['progress_report.id'], name=op.f('fk_evidence_report_id_progress_report')),
    sa.ForeignKeyConstraint(['sent_by_id'], ['person.id'], name=op.f('fk_evidence_sent_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_evidence'))
    )
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.create_index('ix_evidence_commitment', ['commitment_id'], unique=False)

    op.create_table('indicator_reading',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('indicator_id', sa.Integer(), nullable=False),
    sa.Column('read_on', sa.Date(), nullable=False),
    sa.Column('value', sa.String(length=60), nullable=False),
    sa.Column('group', sa.String(length=100), nullable=False),
    sa.Column('source', sa.String(length=300), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.CheckConstraint("value <> '' AND source <> ''", name=op.f('ck_indicator_reading_value_with_source')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_indicator_reading_by_id_person')),
    sa.ForeignKeyConstraint(['indicator_id'], ['indicator.id'], name=op.f('fk_indicator_reading_indicator_id_indicator')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_reading'))
    )
    with op.batch_alter_table('indicator_reading', schema=None) as batch_op:
        batch_op.create_index('ix_indicator_reading_indicator', ['indicator_id'], unique=False)

    op.create_table('internal_note',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('length(trim(body)) > 0', name=op.f('ck_internal_note_says_something')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_internal_note_author_id_person')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_internal_note_clause_id_clause')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_internal_note'))
    )
    with op.batch_alter_table('internal_note', schema=None) as batch_op:
        batch_op.create_index('ix_internal_note_clause', ['clause_id'], unique=False)

    op.create_table('lineage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('relation', sa.String(length=10), nullable=False),
    sa.Column('source_version_id', sa.Integer(), nullable=True),
    sa.Column('source_clause_id', sa.Integer(), nullable=True),
    sa.Column('gone_in_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('legal_ground', sa.Text(), nullable=False),
    sa.Column('decided_by_id', sa.Integer(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(relation = 'dropped') = (clause_id IS NULL)", name=op.f('ck_lineage_clause_unless_dropped')),
    sa.CheckConstraint("(relation = 'new') = (source_clause_id IS NULL)", name=op.f('ck_lineage_source_unless_new')),
    sa.CheckConstraint("relation <> 'reserved' OR length(trim(reason)) > 0", name=op.f('ck_lineage_reservation_with_reason')),
    sa.CheckConstraint("relation IN ('adopted', 'adapted', 'reserved', 'dropped', 'new')", name=op.f('ck_lineage_relation_known')),
    sa.CheckConstraint('(source_clause_id IS NULL) = (source_version_id IS NULL)', name=op.f('ck_lineage_source_whole')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_lineage_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_lineage_clause_id_clause')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['person.id'], name=op.f('fk_lineage_decided_by_id_person')),
    sa.ForeignKeyConstraint(['gone_in_id'], ['version.id'], name=op.f('fk_lineage_gone_in_id_version')),
    sa.ForeignKeyConstraint(['source_clause_id'], ['clause.id'], name=op.f('fk_lineage_source_clause_id_clause')),
    sa.ForeignKeyConstraint(['source_version_id'], ['version.id'], name=op.f('fk_lineage_source_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_lineage')),
    sa.UniqueConstraint('charter_id', 'clause_id', 'source_clause_id', name=op.f('uq_lineage_charter_id_clause_id_source_clause_id'))
    )
    with op.batch_alter_table('lineage', schema=None) as batch_op:
        batch_op.create_index('ix_lineage_clause', ['clause_id'], unique=False)
        batch_op.create_index('ix_lineage_source', ['source_clause_id'], unique=False)

    op.create_table('merge_step',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('changes', sa.JSON(), nullable=False),
    sa.Column('taken_by_id', sa.Integer(), nullable=False),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_merge_step_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_merge_step_clause_id_clause')),
    sa.ForeignKeyConstraint(['taken_by_id'], ['person.id'], name=op.f('fk_merge_step_taken_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_merge_step'))
    )
    with op.batch_alter_table('merge_step', schema=None) as batch_op:
        batch_op.create_index('ix_merge_step_charter', ['charter_id', 'id'], unique=False)

    op.create_table('passage_mark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('sources', sa.JSON(), nullable=False),
    sa.Column('renderings', sa.JSON(), nullable=False),
    sa.Column('mark', sa.String(length=10), nullable=False),
    sa.Column('origin', sa.String(length=10), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("mark <> 'diverging' OR length(trim(note)) > 0", name=op.f('ck_passage_mark_divergence_with_note')),
    sa.CheckConstraint("mark IN ('translated', 'reviewed', 'diverging')", name=op.f('ck_passage_mark_mark_known')),
    sa.CheckConstraint("origin IN ('human', 'machine', 'original')", name=op.f('ck_passage_mark_origin_known')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_passage_mark_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_passage_mark_clause_id_clause')),
    sa.ForeignKeyConstraint(['made_by_id'], ['person.id'], name=op.f('fk_passage_mark_made_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passage_mark'))
    )
    with op.batch_alter_table('passage_mark', schema=None) as batch_op:
        batch_op.create_index('ix_passage_mark_charter', ['charter_id', 'language'], unique=False)

    op.create_table('rendering',
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('source_clause_id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('clause_id <> source_clause_id', name=op.f('ck_rendering_not_itself')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_rendering_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_rendering_clause_id_clause')),
    sa.ForeignKeyConstraint(['source_clause_id'], ['clause.id'], name=op.f('fk_rendering_source_clause_id_clause')),
    sa.PrimaryKeyConstraint('language', 'clause_id', 'source_clause_id', name=op.f('pk_rendering'))
    )
    with op.batch_alter_table('rendering', schema=None) as batch_op:
        batch_op.create_index('ix_rendering_charter', ['charter_id', 'language'], unique=False)

    op.create_table('revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('heading', sa.Text(), nullable=False),
    sa.Column('wording', sa.Text(), nullable=False),
    sa.Column('plain', sa.Text(), nullable=False),
    sa.Column('html', sa.Text(), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('previous_id', sa.Integer(), nullable=True),
    sa.Column('translates_id', sa.Integer(), nullable=True),
    sa.Column('written_by_id', sa.Integer(), nullable=True),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.CheckConstraint("source IN ('import', 'staff', 'amendment', 'translation')", name=op.f('ck_revision_source_known')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_revision_clause_id_clause')),
    sa.ForeignKeyConstraint(['previous_id'], ['revision.id'], name=op.f('fk_revision_previous_id_revision')),
    sa.ForeignKeyConstraint(['translates_id'], ['revision.id'], name=op.f('fk_revision_translates_id_revision')),
    sa.ForeignKeyConstraint(['written_by_id'], ['person.id'], name=op.f('fk_revision_written_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_revision')),
    sa.UniqueConstraint('clause_id', 'language', 'number', name=op.f('uq_revision_clause_id_language_number'))
    )
    op.create_table('stage_change',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('draft_id', sa.Integer(), nullable=True),
    sa.Column('enrolment_id', sa.Integer(), nullable=True),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('stage', sa.String(length=20), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.CheckConstraint("stage IN ('pledged', 'received', 'checked', 'refused', 'listed', 'active', 'report_due', 'overdue', 'on_hold', 'reaffirmed', 'withdrawn')", name=op.f('ck_stage_change_stage_known')),
    sa.CheckConstraint("stage NOT IN ('on_hold', 'withdrawn', 'refused') OR reason <> ''", name=op.f('ck_stage_change_reason_where_needed')),
    sa.CheckConstraint('CASE WHEN draft_id IS NULL THEN 0 ELSE 1 END + CASE WHEN enrolment_id IS NULL THEN 0 ELSE 1 END + CASE WHEN member_id IS NULL THEN 0 ELSE 1 END = 1', name=op.f('ck_stage_change_of_one_thing')),
    sa.ForeignKeyConstraint(['by_id'], ['person.id'], name=op.f('fk_stage_change_by_id_person')),
    sa.ForeignKeyConstraint(['draft_id'], ['enrolment_draft.id'], name=op.f('fk_stage_change_draft_id_enrolment_draft')),
    sa.ForeignKeyConstraint(['enrolment_id'], ['enrolment.id'], name=op.f('fk_stage_change_enrolment_id_enrolment')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_stage_change_member_id_member')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_stage_change'))
    )
    with op.batch_alter_table('stage_change', schema=None) as batch_op:
        batch_op.create_index('ix_stage_change_draft', ['draft_id'], unique=False)
        batch_op.create_index('ix_stage_change_enrolment', ['enrolment_id'], unique=False)
        batch_op.create_index('ix_stage_change_member', ['member_id'], unique=False)

    op.create_table('triage_light',
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('light', sa.String(length=10), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("light IN ('keep', 'change', 'drop')", name=op.f('ck_triage_light_light_known')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_triage_light_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_triage_light_clause_id_clause')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_triage_light_person_id_person')),
    sa.PrimaryKeyConstraint('clause_id', 'person_id', name=op.f('pk_triage_light'))
    )
    with op.batch_alter_table('triage_light', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_triage_light_charter_id'), ['charter_id'], unique=False)

    op.create_table('version_edition',
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('title', sa.String(length=300), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_version_edition_version_id_version')),
    sa.PrimaryKeyConstraint('version_id', 'language', name=op.f('pk_version_edition'))
    )
    op.create_table('version_lineage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('relation', sa.String(length=10), nullable=False),
    sa.Column('source_version_id', sa.Integer(), nullable=True),
    sa.Column('source_clause_id', sa.Integer(), nullable=True),
    sa.Column('gone_in_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('legal_ground', sa.Text(), nullable=False),
    sa.CheckConstraint("(relation = 'dropped') = (clause_id IS NULL)", name=op.f('ck_version_lineage_clause_unless_dropped')),
    sa.CheckConstraint("relation IN ('adopted', 'adapted', 'reserved', 'dropped', 'new')", name=op.f('ck_version_lineage_relation_known')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_version_lineage_clause_id_clause')),
    sa.ForeignKeyConstraint(['gone_in_id'], ['version.id'], name=op.f('fk_version_lineage_gone_in_id_version')),
    sa.ForeignKeyConstraint(['source_clause_id'], ['clause.id'], name=op.f('fk_version_lineage_source_clause_id_clause')),
    sa.ForeignKeyConstraint(['source_version_id'], ['version.id'], name=op.f('fk_version_lineage_source_version_id_version')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_version_lineage_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_version_lineage'))
    )
    with op.batch_alter_table('version_lineage', schema=None) as batch_op:
        batch_op.create_index('ix_version_lineage_clause', ['clause_id'], unique=False)
        batch_op.create_index('ix_version_lineage_source', ['source_clause_id'], unique=False)
        batch_op.create_index('ix_version_lineage_version', ['version_id'], unique=False)

    op.create_table('voting_round',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('majority', sa.String(length=20), nullable=False),
    sa.Column('quorum_numerator', sa.Integer(), nullable=False),
    sa.Column('quorum_denominator', sa.Integer(), nullable=False),
    sa.Column('prepared_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('prepared_by_id', sa.Integer(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('objections_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('certified_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('routes', sa.JSON(), nullable=False),
    sa.Column('bands', sa.JSON(), nullable=False),
    sa.Column('list_id', sa.Integer(), nullable=True),
    sa.Column('detached', sa.Boolean(), nullable=False),
    sa.Column('two_officials', sa.Boolean(), nullable=False),
    sa.Column('voided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('repeats_id', sa.Integer(), nullable=True),
    sa.Column('link_key', sa.LargeBinary(), nullable=True),
    sa.CheckConstraint("majority IN ('simple', 'of_participants', 'absolute', 'two_thirds')", name=op.f('ck_voting_round_majority_known')),
    sa.CheckConstraint('(closed_at IS NULL) = (objections_until IS NULL)', name=op.f('ck_voting_round_objections_from_the_close')),
    sa.CheckConstraint('NOT detached OR link_key IS NULL', name=op.f('ck_voting_round_detached_without_a_link')),
    sa.CheckConstraint('certified_at IS NULL OR closed_at IS NOT NULL', name=op.f('ck_voting_round_closed_before_certified')),
    sa.CheckConstraint('certified_at IS NULL OR link_key IS NULL', name=op.f('ck_voting_round_link_destroyed_at_certification')),
    sa.CheckConstraint('closed_at IS NULL OR opened_at IS NOT NULL', name=op.f('ck_voting_round_opened_before_closed')),
    sa.CheckConstraint('quorum_numerator >= 0 AND quorum_denominator > 0 AND quorum_numerator <= quorum_denominator', name=op.f('ck_voting_round_quorum_a_fraction')),
    sa.CheckConstraint('voided_at IS NULL OR link_key IS NULL', name=op.f('ck_voting_round_link_destroyed_when_void')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_voting_round_charter_id_charter')),
    sa.ForeignKeyConstraint(['list_id'], ['electoral_list.id'], name=op.f('fk_voting_round_list_id_electoral_list')),
    sa.ForeignKeyConstraint(['prepared_by_id'], ['person.id'], name=op.f('fk_voting_round_prepared_by_id_person')),
    sa.ForeignKeyConstraint(['repeats_id'], ['voting_round.id'], name=op.f('fk_voting_round_repeats_id_voting_round')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_voting_round_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_voting_round'))
    )
    with op.batch_alter_table('voting_round', schema=None) as batch_op:
        batch_op.create_index('ix_voting_round_charter', ['charter_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_voting_round_repeats_id'), ['repeats_id'], unique=False)

    op.create_table('working_group',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('in_charge_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_working_group_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_working_group_clause_id_clause')),
    sa.ForeignKeyConstraint(['in_charge_id'], ['person.id'], name=op.f('fk_working_group_in_charge_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_working_group')),
    sa.UniqueConstraint('charter_id', 'name', name=op.f('uq_working_group_charter_id_name'))
    )
    op.create_table('amendment_cosignature',
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_amendment_cosignature_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_amendment_cosignature_person_id_person')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_amendment_cosignature_version_id_version')),
    sa.PrimaryKeyConstraint('amendment_id', 'person_id', name=op.f('pk_amendment_cosignature'))
    )
    with op.batch_alter_table('amendment_cosignature', schema=None) as batch_op:
        batch_op.create_index('ix_amendment_cosignature_person', ['person_id'], unique=False)

    op.create_table('amendment_hidden_rationale',
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('hidden_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_amendment_hidden_rationale_amendment_id_amendment')),
    sa.PrimaryKeyConstraint('amendment_id', name=op.f('pk_amendment_hidden_rationale'))
    )
    op.create_table('amendment_operation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('base_revision_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.Integer(), nullable=False),
    sa.Column('ends_at', sa.Integer(), nullable=False),
    sa.Column('old', sa.Text(), nullable=False),
    sa.Column('new', sa.Text(), nullable=False),
    sa.Column('target_id', sa.Integer(), nullable=True),
    sa.Column('where', sa.String(length=10), nullable=True),
    sa.Column('clause_kind', sa.String(length=20), nullable=False),
    sa.Column('heading', sa.Text(), nullable=False),
    sa.Column('tie', sa.Integer(), nullable=True),
    sa.CheckConstraint("kind <> 'insert_clause' OR length(trim(new)) > 0 OR length(trim(heading)) > 0", name=op.f('ck_amendment_operation_new_clause_says_something')),
    sa.CheckConstraint("kind <> 'join_clauses' OR target_id IS NOT NULL", name=op.f('ck_amendment_operation_joins_two')),
    sa.CheckConstraint("kind <> 'replace' OR (ends_at - starts_at = length(old) AND old <> new)", name=op.f('ck_amendment_operation_replaces_what_stands_there')),
    sa.CheckConstraint("kind <> 'replace_heading' OR old <> new", name=op.f('ck_amendment_operation_changes_the_heading')),
    sa.CheckConstraint("kind <> 'split_clause' OR starts_at > 0", name=op.f('ck_amendment_operation_splits_inside')),
    sa.CheckConstraint("kind IN ('replace', 'replace_heading', 'insert_clause', 'delete_clause', 'move_clause', 'split_clause', 'join_clauses')", name=op.f('ck_amendment_operation_kind_known')),
    sa.CheckConstraint('"where" IS NULL OR "where" IN (\'after\', \'under\', \'first\')', name=op.f('ck_amendment_operation_where_known')),
    sa.CheckConstraint('(kind IN (\'insert_clause\', \'move_clause\')) = ("where" IS NOT NULL)', name=op.f('ck_amendment_operation_where_if_placed')),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_amendment_operation_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['base_revision_id'], ['revision.id'], name=op.f('fk_amendment_operation_base_revision_id_revision')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_amendment_operation_clause_id_clause')),
    sa.ForeignKeyConstraint(['target_id'], ['clause.id'], name=op.f('fk_amendment_operation_target_id_clause')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendment_operation')),
    sa.UniqueConstraint('amendment_id', 'position', name=op.f('uq_amendment_operation_amendment_id_position'))
    )
    with op.batch_alter_table('amendment_operation', schema=None) as batch_op:
        batch_op.create_index('ix_amendment_operation_clause', ['clause_id'], unique=False)

    op.create_table('amendment_rebase',
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('reasons', sa.JSON(), nullable=False),
    sa.Column('words_changed', sa.Boolean(), nullable=False),
    sa.CheckConstraint("state IN ('rebased', 'rebased_review', 'already_in_text', 'needs_author', 'orphaned')", name=op.f('ck_amendment_rebase_state_known')),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_amendment_rebase_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_amendment_rebase_version_id_version')),
    sa.PrimaryKeyConstraint('amendment_id', 'version_id', name=op.f('pk_amendment_rebase'))
    )
    op.create_table('amendment_remark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('posted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('hidden', sa.Boolean(), nullable=False),
    sa.CheckConstraint('length(trim(body)) > 0', name=op.f('ck_amendment_remark_says_something')),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_amendment_remark_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_amendment_remark_author_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendment_remark'))
    )
    with op.batch_alter_table('amendment_remark', schema=None) as batch_op:
        batch_op.create_index('ix_amendment_remark_amendment', ['amendment_id'], unique=False)

    op.create_table('amendment_sheet',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('proposals', sa.JSON(), nullable=False),
    sa.Column('rationale', sa.Text(), nullable=False),
    sa.Column('amends_id', sa.Integer(), nullable=True),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['amends_id'], ['amendment.id'], name=op.f('fk_amendment_sheet_amends_id_amendment')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_amendment_sheet_author_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_amendment_sheet_charter_id_charter')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendment_sheet')),
    sa.UniqueConstraint('author_id', 'charter_id', 'language', name=op.f('uq_amendment_sheet_author_id_charter_id_language'))
    )
    op.create_table('amendment_withdrawal',
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_amendment_withdrawal_amendment_id_amendment')),
    sa.PrimaryKeyConstraint('amendment_id', name=op.f('pk_amendment_withdrawal'))
    )
    op.create_table('attachment_content',
    sa.Column('attachment_id', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['attachment_id'], ['attachment.id'], name=op.f('fk_attachment_content_attachment_id_attachment')),
    sa.PrimaryKeyConstraint('attachment_id', name=op.f('pk_attachment_content'))
    )
    op.create_table('ballot_seal',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('voter_key', sa.String(length=64), nullable=False),
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('random', sa.String(length=64), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_ballot_seal_round_id_voting_round')),
    sa.PrimaryKeyConstraint('round_id', 'voter_key', name=op.f('pk_ballot_seal')),
    sa.UniqueConstraint('round_id', 'code', name=op.f('uq_ballot_seal_round_id_code')),
    sa.UniqueConstraint('round_id', 'seq', name=op.f('uq_ballot_seal_round_id_seq')),
    sqlite_with_rowid=False
    )
    op.create_table('brief_endorsement',
    sa.Column('brief_id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('endorsed_by_id', sa.Integer(), nullable=False),
    sa.Column('endorsed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['brief_id'], ['brief.id'], name=op.f('fk_brief_endorsement_brief_id_brief')),
    sa.ForeignKeyConstraint(['endorsed_by_id'], ['person.id'], name=op.f('fk_brief_endorsement_endorsed_by_id_person')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_brief_endorsement_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('brief_id', 'organisation_id', name=op.f('pk_brief_endorsement'))
    )
    op.create_table('carried_up',
    sa.Column('amendment_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_carried_up_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_carried_up_clause_id_clause')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_carried_up_version_id_version')),
    sa.PrimaryKeyConstraint('amendment_id', name=op.f('pk_carried_up'))
    )
    with op.batch_alter_table('carried_up', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_carried_up_clause_id'), ['clause_id'], unique=False)

    op.create_table('clause_edition',
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_clause_edition_clause_id_clause')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_clause_edition_revision_id_revision')),
    sa.PrimaryKeyConstraint('clause_id', 'language', name=op.f('pk_clause_edition'))
    )
    op.create_table('comment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('selected_from', sa.Integer(), nullable=True),
    sa.Column('selected_to', sa.Integer(), nullable=True),
    sa.Column('exact', sa.Text(), nullable=True),
    sa.Column('prefix', sa.String(length=64), nullable=False),
    sa.Column('suffix', sa.String(length=64), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('stance', sa.String(length=10), nullable=False),
    sa.Column('in_reply_to_id', sa.Integer(), nullable=True),
    sa.Column('thread_id', sa.Integer(), nullable=True),
    sa.Column('depth', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(length=10), nullable=False),
    sa.Column('intake_id', sa.Integer(), nullable=True),
    sa.Column('origin', sa.String(length=500), nullable=True),
    sa.Column('receipt', sa.String(length=12), nullable=True),
    sa.Column('author_id', sa.Integer(), nullable=True),
    sa.Column('organisation_id', sa.Integer(), nullable=True),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('posted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('withheld', sa.String(length=10), nullable=True),
    sa.CheckConstraint("(source = 'online') = (author_id IS NOT NULL)", name=op.f('ck_comment_author_online')),
    sa.CheckConstraint("(source = 'online') = (intake_id IS NULL)", name=op.f('ck_comment_taken_in_offline')),
    sa.CheckConstraint("source IN ('online', 'paper', 'meeting', 'phone', 'letter', 'imported')", name=op.f('ck_comment_source_known')),
    sa.CheckConstraint("stance IN ('', 'support', 'concern', 'against', 'question')", name=op.f('ck_comment_stance_known')),
    sa.CheckConstraint("withheld IN ('hidden', 'waiting')", name=op.f('ck_comment_withheld_known')),
    sa.CheckConstraint('(exact IS NULL) = (selected_from IS NULL)', name=op.f('ck_comment_selector_whole')),
    sa.CheckConstraint('(exact IS NULL) = (selected_to IS NULL)', name=op.f('ck_comment_selector_whole_end')),
    sa.CheckConstraint('(in_reply_to_id IS NULL) = (depth = 0)', name=op.f('ck_comment_depth_of_replies')),
    sa.CheckConstraint('(in_reply_to_id IS NULL) = (thread_id IS NULL)', name=op.f('ck_comment_reply_in_a_thread')),
    sa.CheckConstraint('depth BETWEEN 0 AND 6', name=op.f('ck_comment_not_too_deep')),
    sa.CheckConstraint('in_reply_to_id IS NULL OR exact IS NULL', name=op.f('ck_comment_reply_to_a_comment_not_to_words')),
    sa.CheckConstraint('length(trim(body)) > 0', name=op.f('ck_comment_says_something')),
    sa.CheckConstraint('selected_to > selected_from', name=op.f('ck_comment_selector_not_empty')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_comment_author_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_comment_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_comment_clause_id_clause')),
    sa.ForeignKeyConstraint(['in_reply_to_id'], ['comment.id'], name=op.f('fk_comment_in_reply_to_id_comment')),
    sa.ForeignKeyConstraint(['intake_id'], ['intake.id'], name=op.f('fk_comment_intake_id_intake')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_comment_organisation_id_organisation')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_comment_revision_id_revision')),
    sa.ForeignKeyConstraint(['thread_id'], ['comment.id'], name=op.f('fk_comment_thread_id_comment')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_comment_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sa.UniqueConstraint('receipt', name=op.f('uq_comment_receipt'))
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index('ix_comment_author', ['author_id'], unique=False)
        batch_op.create_index('ix_comment_charter', ['charter_id'], unique=False)
        batch_op.create_index('ix_comment_gone', ['charter_id'], unique=False, sqlite_where=sa.text('withdrawn_at IS NOT NULL OR withheld IS NOT NULL'), postgresql_where=sa.text('withdrawn_at IS NOT NULL OR withheld IS NOT NULL'))
        batch_op.create_index('ix_comment_organisation', ['organisation_id'], unique=False)
        batch_op.create_index('ix_comment_standing', ['version_id', 'clause_id', 'id'], unique=False, sqlite_where=sa.text('withdrawn_at IS NULL AND withheld IS NULL AND in_reply_to_id IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL AND withheld IS NULL AND in_reply_to_id IS NULL'))
        batch_op.create_index('ix_comment_thread', ['thread_id'], unique=False)
        batch_op.create_index('ix_comment_version_clause', ['version_id', 'clause_id'], unique=False)

    op.create_table('disposition_announcement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('last_step_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=True),
    sa.Column('announced_by_id', sa.Integer(), nullable=True),
    sa.Column('announced_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['announced_by_id'], ['person.id'], name=op.f('fk_disposition_announcement_announced_by_id_person')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_disposition_announcement_charter_id_charter')),
    sa.ForeignKeyConstraint(['last_step_id'], ['merge_step.id'], name=op.f('fk_disposition_announcement_last_step_id_merge_step')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_disposition_announcement_version_id_version')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_disposition_announcement'))
    )
    with op.batch_alter_table('disposition_announcement', schema=None) as batch_op:
        batch_op.create_index('ix_disposition_announcement_charter', ['charter_id', 'last_step_id'], unique=False)

    op.create_table('evidence_content',
    sa.Column('evidence_id', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['evidence_id'], ['evidence.id'], name=op.f('fk_evidence_content_evidence_id_evidence')),
    sa.PrimaryKeyConstraint('evidence_id', name=op.f('pk_evidence_content'))
    )
    op.create_table('member_on_roll',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('choices', sa.JSON(), nullable=False),
    sa.Column('role', sa.String(length=120), nullable=False),
    sa.Column('statement', sa.Text(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=True),
    sa.CheckConstraint("seq IS NULL OR role <> ''", name=op.f('ck_member_on_roll_answer_with_a_role')),
    sa.CheckConstraint('length(statement) <= 2000', name=op.f('ck_member_on_roll_statement_short')),
    sa.ForeignKeyConstraint(['member_id'], ['member.id'], name=op.f('fk_member_on_roll_member_id_member')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_member_on_roll_round_id_voting_round')),
    sa.PrimaryKeyConstraint('round_id', 'member_id', name=op.f('pk_member_on_roll'))
    )
    with op.batch_alter_table('member_on_roll', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_member_on_roll_member_id'), ['member_id'], unique=False)

    op.create_table('merge_step_undoing',
    sa.Column('step_id', sa.Integer(), nullable=False),
    sa.Column('undone_by_id', sa.Integer(), nullable=False),
    sa.Column('undone_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['step_id'], ['merge_step.id'], name=op.f('fk_merge_step_undoing_step_id_merge_step')),
    sa.ForeignKeyConstraint(['undone_by_id'], ['person.id'], name=op.f('fk_merge_step_undoing_undone_by_id_person')),
    sa.PrimaryKeyConstraint('step_id', name=op.f('pk_merge_step_undoing'))
    )
    op.create_table('objection',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('author_id', sa.Integer(), nullable=False),
    sa.Column('shown_as', sa.String(length=200), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answer', sa.Text(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(answered_at IS NULL) = (answer = '')", name=op.f('ck_objection_answered_with_words')),
    sa.CheckConstraint('length(trim(body)) > 0', name=op.f('ck_objection_says_something')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_objection_author_id_person')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_objection_round_id_voting_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_objection'))
    )
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_objection_round_id'), ['round_id'], unique=False)

    op.create_table('paper_batch',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('place', sa.String(length=120), nullable=False),
    sa.Column('ballots', sa.Integer(), nullable=False),
    sa.Column('first_by_id', sa.Integer(), nullable=False),
    sa.Column('first', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('second_by_id', sa.Integer(), nullable=True),
    sa.Column('second', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('taken_in_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('ballots BETWEEN 1 AND 100', name=op.f('ck_paper_batch_a_pile')),
    sa.CheckConstraint('second_by_id IS NULL OR second_by_id <> first_by_id', name=op.f('ck_paper_batch_two_people')),
    sa.CheckConstraint('taken_in_at IS NULL OR second_by_id IS NOT NULL', name=op.f('ck_paper_batch_taken_in_after_both')),
    sa.ForeignKeyConstraint(['first_by_id'], ['person.id'], name=op.f('fk_paper_batch_first_by_id_person')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_paper_batch_round_id_voting_round')),
    sa.ForeignKeyConstraint(['second_by_id'], ['person.id'], name=op.f('fk_paper_batch_second_by_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_paper_batch')),
    sa.UniqueConstraint('round_id', 'number', name=op.f('uq_paper_batch_round_id_number'))
    )
    op.create_table('provenance',
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('runs', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_provenance_revision_id_revision')),
    sa.PrimaryKeyConstraint('revision_id', name=op.f('pk_provenance'))
    )
    op.create_table('question',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('revision_id', sa.Integer(), nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.CheckConstraint("clause_id IS NOT NULL OR kind = 'for_against'", name=op.f('ck_question_whole_text_for_or_against')),
    sa.CheckConstraint("kind IN ('for_against', 'keep_change_drop', 'approval', 'ranked')", name=op.f('ck_question_kind_known')),
    sa.CheckConstraint('(clause_id IS NULL) = (revision_id IS NULL)', name=op.f('ck_question_clause_with_its_wording')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_question_clause_id_clause')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_question_revision_id_revision')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_question_round_id_voting_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question')),
    sa.UniqueConstraint('round_id', 'clause_id', name=op.f('uq_question_round_id_clause_id')),
    sa.UniqueConstraint('round_id', 'position', name=op.f('uq_question_round_id_position'))
    )
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_clause_id'), ['clause_id'], unique=False)

    op.create_table('review_mark',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('step_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('sentence', sa.Text(), nullable=False),
    sa.Column('names', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_review_mark_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_review_mark_clause_id_clause')),
    sa.ForeignKeyConstraint(['step_id'], ['merge_step.id'], name=op.f('fk_review_mark_step_id_merge_step')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_mark'))
    )
    with op.batch_alter_table('review_mark', schema=None) as batch_op:
        batch_op.create_index('ix_review_mark_charter', ['charter_id'], unique=False)
        batch_op.create_index('ix_review_mark_step', ['step_id'], unique=False)

    op.create_table('roll_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('route', sa.String(length=10), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=True),
    sa.Column('verified', sa.Boolean(), nullable=False),
    sa.Column('area', sa.String(length=80), nullable=False),
    sa.Column('band', sa.String(length=10), nullable=False),
    sa.Column('voted', sa.Boolean(), nullable=False),
    sa.Column('way', sa.String(length=10), nullable=False),
    sa.Column('struck', sa.Boolean(), nullable=False),
    sa.CheckConstraint("route IN ('email', 'identity', 'list', 'codes')", name=op.f('ck_roll_entry_route_known')),
    sa.CheckConstraint("voted = (way <> '')", name=op.f('ck_roll_entry_voted_in_some_way')),
    sa.CheckConstraint("way IN ('', 'screen', 'booth', 'paper')", name=op.f('ck_roll_entry_way_known')),
    sa.CheckConstraint('NOT (struck AND voted)', name=op.f('ck_roll_entry_struck_never_votes')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_roll_entry_person_id_person')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_roll_entry_round_id_voting_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_roll_entry')),
    sa.UniqueConstraint('round_id', 'mark', name=op.f('uq_roll_entry_round_id_mark')),
    sa.UniqueConstraint('round_id', 'number', name=op.f('uq_roll_entry_round_id_number')),
    sa.UniqueConstraint('round_id', 'person_id', name=op.f('uq_roll_entry_round_id_person_id'))
    )
    with op.batch_alter_table('roll_entry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_roll_entry_person_id'), ['person_id'], unique=False)

    op.create_table('round_asking',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('act', sa.String(length=15), nullable=False),
    sa.Column('asked_by_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("act IN ('opening', 'closing', 'certification')", name=op.f('ck_round_asking_act_known')),
    sa.ForeignKeyConstraint(['asked_by_id'], ['person.id'], name=op.f('fk_round_asking_asked_by_id_person')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_round_asking_round_id_voting_round')),
    sa.PrimaryKeyConstraint('round_id', 'act', name=op.f('pk_round_asking'))
    )
    op.create_table('round_decision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('act', sa.String(length=10), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(act = 'extended') = (closes_at IS NOT NULL)", name=op.f('ck_round_decision_extension_has_an_end')),
    sa.CheckConstraint("act IN ('extended', 'cancelled', 'annulled')", name=op.f('ck_round_decision_act_known')),
    sa.CheckConstraint('length(trim(reason)) > 0', name=op.f('ck_round_decision_with_reason')),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_round_decision_round_id_voting_round')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_round_decision'))
    )
    with op.batch_alter_table('round_decision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_round_decision_round_id'), ['round_id'], unique=False)

    op.create_table('search_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.Column('version_number', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('eid', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_search_entry_charter_id_charter')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_search_entry_clause_id_clause')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_search_entry_revision_id_revision')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_entry')),
    sa.UniqueConstraint('charter_id', 'language', 'clause_id', name=op.f('uq_search_entry_charter_id_language_clause_id'))
    )
    op.create_table('unsent_text',
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('base_revision_id', sa.Integer(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('number', sa.Text(), nullable=False),
    sa.Column('heading', sa.Text(), nullable=False),
    sa.Column('wording', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['base_revision_id'], ['revision.id'], name=op.f('fk_unsent_text_base_revision_id_revision')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_unsent_text_clause_id_clause')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_unsent_text_person_id_person')),
    sa.PrimaryKeyConstraint('clause_id', 'language', 'person_id', name=op.f('pk_unsent_text'))
    )
    op.create_table('version_clause',
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.Column('parent_clause_id', sa.Integer(), nullable=True),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('depth', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('horizon', sa.String(length=10), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('eid', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=300), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_version_clause_clause_id_clause')),
    sa.ForeignKeyConstraint(['parent_clause_id'], ['clause.id'], name=op.f('fk_version_clause_parent_clause_id_clause')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_version_clause_revision_id_revision')),
    sa.ForeignKeyConstraint(['version_id', 'language'], ['version_edition.version_id', 'version_edition.language'], name=op.f('fk_version_clause_version_id_language_version_edition')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_version_clause_version_id_version')),
    sa.PrimaryKeyConstraint('version_id', 'language', 'clause_id', name=op.f('pk_version_clause')),
    sa.UniqueConstraint('version_id', 'language', 'eid', name=op.f('uq_version_clause_version_id_language_eid')),
    sa.UniqueConstraint('version_id', 'language', 'ordinal', name=op.f('uq_version_clause_version_id_language_ordinal'))
    )
    with op.batch_alter_table('version_clause', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_version_clause_revision_id'), ['revision_id'], unique=False)

    op.create_table('vote_definition',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_vote_definition_round_id_voting_round')),
    sa.PrimaryKeyConstraint('round_id', name=op.f('pk_vote_definition')),
    sa.UniqueConstraint('digest', name=op.f('uq_vote_definition_digest'))
    )
    op.create_table('voting_code',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('mark', sa.String(length=64), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('used', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['round_id'], ['voting_round.id'], name=op.f('fk_voting_code_round_id_voting_round')),
    sa.PrimaryKeyConstraint('round_id', 'mark', name=op.f('pk_voting_code')),
    sa.UniqueConstraint('round_id', 'number', name=op.f('uq_voting_code_round_id_number'))
    )
    op.create_table('working_group_member',
    sa.Column('group_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['working_group.id'], name=op.f('fk_working_group_member_group_id_working_group')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_working_group_member_person_id_person')),
    sa.PrimaryKeyConstraint('group_id', 'person_id', name=op.f('pk_working_group_member'))
    )
    op.create_table('amendment_carried_operation',
    sa.Column('operation_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=True),
    sa.Column('starts_at', sa.Integer(), nullable=False),
    sa.Column('ends_at', sa.Integer(), nullable=False),
    sa.Column('old', sa.Text(), nullable=False),
    sa.Column('new', sa.Text(), nullable=False),
    sa.CheckConstraint("state IN ('carried', 'in_text', 'stuck', 'gone')", name=op.f('ck_amendment_carried_operation_state_known')),
    sa.ForeignKeyConstraint(['operation_id'], ['amendment_operation.id'], name=op.f('fk_amendment_carried_operation_operation_id_amendment_operation')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_amendment_carried_operation_revision_id_revision')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_amendment_carried_operation_version_id_version')),
    sa.PrimaryKeyConstraint('operation_id', 'version_id', name=op.f('pk_amendment_carried_operation'))
    )
    op.create_table('amendment_disposition',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('operation_id', sa.Integer(), nullable=False),
    sa.Column('attempt', sa.Integer(), nullable=False),
    sa.Column('step_id', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('revision_id', sa.Integer(), nullable=True),
    sa.Column('through_id', sa.Integer(), nullable=True),
    sa.Column('decided_by_id', sa.Integer(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(outcome = 'adopted_through') = (through_id IS NOT NULL)", name=op.f('ck_amendment_disposition_through_names_another')),
    sa.CheckConstraint("outcome IN ('adopted', 'adopted_as_modified', 'adopted_through') OR revision_id IS NULL", name=op.f('ck_amendment_disposition_words_only_where_adopted')),
    sa.CheckConstraint("outcome IN ('adopted', 'adopted_as_modified', 'adopted_through', 'rejected', 'out_of_scope', 'duplicate', 'deferred', 'lapsed')", name=op.f('ck_amendment_disposition_outcome_known')),
    sa.CheckConstraint('length(trim(reason)) > 0', name=op.f('ck_amendment_disposition_with_reason')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['person.id'], name=op.f('fk_amendment_disposition_decided_by_id_person')),
    sa.ForeignKeyConstraint(['operation_id'], ['amendment_operation.id'], name=op.f('fk_amendment_disposition_operation_id_amendment_operation')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_amendment_disposition_revision_id_revision')),
    sa.ForeignKeyConstraint(['step_id'], ['merge_step.id'], name=op.f('fk_amendment_disposition_step_id_merge_step')),
    sa.ForeignKeyConstraint(['through_id'], ['amendment.id'], name=op.f('fk_amendment_disposition_through_id_amendment')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_amendment_disposition')),
    sa.UniqueConstraint('operation_id', 'attempt', name=op.f('uq_amendment_disposition_operation_id_attempt'))
    )
    with op.batch_alter_table('amendment_disposition', schema=None) as batch_op:
        batch_op.create_index('ix_amendment_disposition_step', ['step_id'], unique=False)

    op.create_table('answer',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('disposition', sa.String(length=20), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('answered_by_id', sa.Integer(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('duplicate_of_id', sa.Integer(), nullable=True),
    sa.Column('changed_clause_id', sa.Integer(), nullable=True),
    sa.Column('batch_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("disposition IN ('accepted', 'accepted_in_part', 'noted', 'declined', 'out_of_scope', 'duplicate')", name=op.f('ck_answer_disposition_known')),
    sa.CheckConstraint("duplicate_of_id IS NULL OR disposition = 'duplicate'", name=op.f('ck_answer_duplicate_of_another')),
    sa.CheckConstraint('duplicate_of_id <> comment_id', name=op.f('ck_answer_not_its_own_duplicate')),
    sa.CheckConstraint('length(trim(reason)) > 0', name=op.f('ck_answer_with_reason')),
    sa.ForeignKeyConstraint(['answered_by_id'], ['person.id'], name=op.f('fk_answer_answered_by_id_person')),
    sa.ForeignKeyConstraint(['batch_id'], ['answer_batch.id'], name=op.f('fk_answer_batch_id_answer_batch')),
    sa.ForeignKeyConstraint(['changed_clause_id'], ['clause.id'], name=op.f('fk_answer_changed_clause_id_clause')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_answer_comment_id_comment')),
    sa.ForeignKeyConstraint(['duplicate_of_id'], ['comment.id'], name=op.f('fk_answer_duplicate_of_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_answer'))
    )
    with op.batch_alter_table('answer', schema=None) as batch_op:
        batch_op.create_index('ix_answer_batch', ['batch_id'], unique=False)

    op.create_table('ballot',
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('voter_key', sa.String(length=64), nullable=False),
    sa.Column('choice', sa.String(length=40), nullable=False),
    sa.CheckConstraint("choice <> ''", name=op.f('ck_ballot_choice_made')),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_ballot_question_id_question')),
    sa.PrimaryKeyConstraint('question_id', 'voter_key', name=op.f('pk_ballot')),
    sqlite_with_rowid=False
    )
    op.create_table('breakdown',
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('dimension', sa.String(length=10), nullable=False),
    sa.Column('rows', sa.JSON(), nullable=False),
    sa.CheckConstraint("dimension IN ('verified', 'area', 'band')", name=op.f('ck_breakdown_dimension_known')),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_breakdown_question_id_question')),
    sa.PrimaryKeyConstraint('question_id', 'dimension', name=op.f('pk_breakdown'))
    )
    op.create_table('brief_passage',
    sa.Column('brief_id', sa.Integer(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('stance', sa.String(length=10), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('comment_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("stance IN ('', 'support', 'concern', 'against', 'question')", name=op.f('ck_brief_passage_stance_known')),
    sa.CheckConstraint('comment_id IS NULL OR clause_id IS NOT NULL', name=op.f('ck_brief_passage_comment_on_a_clause')),
    sa.ForeignKeyConstraint(['brief_id'], ['brief.id'], name=op.f('fk_brief_passage_brief_id_brief')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_brief_passage_clause_id_clause')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_brief_passage_comment_id_comment')),
    sa.PrimaryKeyConstraint('brief_id', 'ordinal', name=op.f('pk_brief_passage'))
    )
    op.create_table('comment_earlier_text',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('stance', sa.String(length=10), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_comment_earlier_text_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', 'replaced_at', name=op.f('pk_comment_earlier_text'))
    )
    op.create_table('comment_handling',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('assigned_to_id', sa.Integer(), nullable=True),
    sa.Column('draft_disposition', sa.String(length=20), nullable=False),
    sa.Column('draft_reason', sa.Text(), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.CheckConstraint("draft_disposition IN ('', 'accepted', 'accepted_in_part', 'noted', 'declined', 'out_of_scope', 'duplicate')", name=op.f('ck_comment_handling_draft_disposition_known')),
    sa.CheckConstraint("state IN ('received', 'triaged', 'waiting', 'drafted')", name=op.f('ck_comment_handling_state_known')),
    sa.ForeignKeyConstraint(['assigned_to_id'], ['person.id'], name=op.f('fk_comment_handling_assigned_to_id_person')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_comment_handling_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_comment_handling'))
    )
    with op.batch_alter_table('comment_handling', schema=None) as batch_op:
        batch_op.create_index('ix_comment_handling_assignee', ['assigned_to_id'], unique=False)

    op.create_table('comment_placement',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=True),
    sa.Column('revision_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=10), nullable=False),
    sa.Column('selected_from', sa.Integer(), nullable=True),
    sa.Column('selected_to', sa.Integer(), nullable=True),
    sa.Column('score', sa.Double(), nullable=False),
    sa.Column('reason', sa.String(length=40), nullable=False),
    sa.Column('placed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(number > 0) = (status = 'corrected')", name=op.f('ck_comment_placement_corrected_by_hand')),
    sa.CheckConstraint("status <> 'orphaned' OR selected_from IS NULL", name=op.f('ck_comment_placement_orphan_without_span')),
    sa.CheckConstraint("status = 'orphaned' OR clause_id IS NOT NULL", name=op.f('ck_comment_placement_placed_in_a_clause')),
    sa.CheckConstraint("status IN ('exact', 'moved', 'fuzzy', 'orphaned', 'corrected')", name=op.f('ck_comment_placement_status_known')),
    sa.CheckConstraint('(selected_from IS NULL) = (selected_to IS NULL)', name=op.f('ck_comment_placement_span_whole')),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_comment_placement_clause_id_clause')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_comment_placement_comment_id_comment')),
    sa.ForeignKeyConstraint(['revision_id'], ['revision.id'], name=op.f('fk_comment_placement_revision_id_revision')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_comment_placement_version_id_version')),
    sa.PrimaryKeyConstraint('comment_id', 'version_id', 'number', name=op.f('pk_comment_placement'))
    )
    with op.batch_alter_table('comment_placement', schema=None) as batch_op:
        batch_op.create_index('ix_comment_placement_again', ['version_id'], unique=False, sqlite_where=sa.text('number > 0'), postgresql_where=sa.text('number > 0'))
        batch_op.create_index('ix_comment_placement_version', ['version_id', 'clause_id', 'comment_id'], unique=False)

    op.create_table('comment_settlement',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_comment_settlement_comment_id_comment')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_comment_settlement_version_id_version')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_comment_settlement'))
    )
    op.create_table('comment_support',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_comment_support_comment_id_comment')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_comment_support_person_id_person')),
    sa.PrimaryKeyConstraint('comment_id', 'person_id', name=op.f('pk_comment_support'))
    )
    with op.batch_alter_table('comment_support', schema=None) as batch_op:
        batch_op.create_index('ix_comment_support_person', ['person_id'], unique=False)

    op.create_table('comment_tag',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('tag', sa.String(length=40), nullable=False),
    sa.CheckConstraint("tag <> ''", name=op.f('ck_comment_tag_says_something')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_comment_tag_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', 'tag', name=op.f('pk_comment_tag'))
    )
    with op.batch_alter_table('comment_tag', schema=None) as batch_op:
        batch_op.create_index('ix_comment_tag_tag', ['tag'], unique=False)

    op.create_table('commitment_source',
    sa.Column('commitment_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=35), nullable=False),
    sa.Column('clause_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['clause_id'], ['clause.id'], name=op.f('fk_commitment_source_clause_id_clause')),
    sa.ForeignKeyConstraint(['commitment_id'], ['commitment.id'], name=op.f('fk_commitment_source_commitment_id_commitment')),
    sa.ForeignKeyConstraint(['version_id', 'language', 'clause_id'], ['version_clause.version_id', 'version_clause.language', 'version_clause.clause_id'], name=op.f('fk_commitment_source_version_id_language_clause_id_version_clause')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_commitment_source_version_id_version')),
    sa.PrimaryKeyConstraint('commitment_id', 'version_id', 'language', 'clause_id', name=op.f('pk_commitment_source'))
    )
    with op.batch_alter_table('commitment_source', schema=None) as batch_op:
        batch_op.create_index('ix_commitment_source_clause', ['clause_id'], unique=False)

    op.create_table('ledger_entry',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('line', sa.Text(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.CheckConstraint("kind IN ('open', 'cast', 'replace', 'extend', 'close', 'reveal', 'tally', 'certify', 'annul', 'note')", name=op.f('ck_ledger_entry_kind_known')),
    sa.CheckConstraint('seq >= 0', name=op.f('ck_ledger_entry_seq_from_nought')),
    sa.ForeignKeyConstraint(['round_id'], ['vote_definition.round_id'], name=op.f('fk_ledger_entry_round_id_vote_definition')),
    sa.PrimaryKeyConstraint('round_id', 'seq', name=op.f('pk_ledger_entry')),
    sqlite_with_rowid=False
    )
    op.create_table('moderation_case',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('comment_id', sa.Integer(), nullable=True),
    sa.Column('remark_id', sa.Integer(), nullable=True),
    sa.Column('amendment_id', sa.Integer(), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ruled_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('CASE WHEN comment_id IS NULL THEN 0 ELSE 1 END + CASE WHEN remark_id IS NULL THEN 0 ELSE 1 END + CASE WHEN amendment_id IS NULL THEN 0 ELSE 1 END = 1', name=op.f('ck_moderation_case_about_one_thing')),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_moderation_case_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_moderation_case_charter_id_charter')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_moderation_case_comment_id_comment')),
    sa.ForeignKeyConstraint(['remark_id'], ['amendment_remark.id'], name=op.f('fk_moderation_case_remark_id_amendment_remark')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_moderation_case'))
    )
    with op.batch_alter_table('moderation_case', schema=None) as batch_op:
        batch_op.create_index('ix_moderation_case_charter', ['charter_id', 'ruled_at'], unique=False)
        batch_op.create_index('ix_moderation_case_comment', ['comment_id'], unique=False)
        batch_op.create_index('ux_moderation_case_open_amendment_id', ['amendment_id'], unique=True, sqlite_where=sa.text('ruled_at IS NULL'), postgresql_where=sa.text('ruled_at IS NULL'))
        batch_op.create_index('ux_moderation_case_open_comment_id', ['comment_id'], unique=True, sqlite_where=sa.text('ruled_at IS NULL'), postgresql_where=sa.text('ruled_at IS NULL'))
        batch_op.create_index('ux_moderation_case_open_remark_id', ['remark_id'], unique=True, sqlite_where=sa.text('ruled_at IS NULL'), postgresql_where=sa.text('ruled_at IS NULL'))

    op.create_table('moderation_waiting',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('charter_id', sa.Integer(), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['charter_id'], ['charter.id'], name=op.f('fk_moderation_waiting_charter_id_charter')),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_moderation_waiting_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_moderation_waiting'))
    )
    with op.batch_alter_table('moderation_waiting', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_moderation_waiting_charter_id'), ['charter_id'], unique=False)
        batch_op.create_index('ix_moderation_waiting_until', ['until'], unique=False)

    op.create_table('option',
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=1), nullable=False),
    sa.Column('wording', sa.Text(), nullable=False),
    sa.Column('amendment_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('length(key) = 1', name=op.f('ck_option_key_a_letter')),
    sa.CheckConstraint('length(trim(wording)) > 0', name=op.f('ck_option_says_something')),
    sa.ForeignKeyConstraint(['amendment_id'], ['amendment.id'], name=op.f('fk_option_amendment_id_amendment')),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_option_question_id_question')),
    sa.PrimaryKeyConstraint('question_id', 'key', name=op.f('pk_option'))
    )
    op.create_table('rejoinder',
    sa.Column('comment_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['comment_id'], ['comment.id'], name=op.f('fk_rejoinder_comment_id_comment')),
    sa.PrimaryKeyConstraint('comment_id', name=op.f('pk_rejoinder'))
    )
    op.create_table('review_mark_reading',
    sa.Column('mark_id', sa.Integer(), nullable=False),
    sa.Column('read_by_id', sa.Integer(), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['mark_id'], ['review_mark.id'], name=op.f('fk_review_mark_reading_mark_id_review_mark')),
    sa.ForeignKeyConstraint(['read_by_id'], ['person.id'], name=op.f('fk_review_mark_reading_read_by_id_person')),
    sa.PrimaryKeyConstraint('mark_id', name=op.f('pk_review_mark_reading'))
    )
    op.create_table('tally',
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('participants', sa.Integer(), nullable=False),
    sa.Column('roll', sa.Integer(), nullable=False),
    sa.Column('quorum_met', sa.Boolean(), nullable=False),
    sa.Column('decision', sa.String(length=20), nullable=False),
    sa.Column('result', sa.JSON(), nullable=False),
    sa.CheckConstraint('participants <= roll', name=op.f('ck_tally_no_more_than_the_roll')),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_tally_question_id_question')),
    sa.PrimaryKeyConstraint('question_id', name=op.f('pk_tally'))
    )
    op.create_table('disposition_reopening',
    sa.Column('disposition_id', sa.Integer(), nullable=False),
    sa.Column('version_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['disposition_id'], ['amendment_disposition.id'], name=op.f('fk_disposition_reopening_disposition_id_amendment_disposition')),
    sa.ForeignKeyConstraint(['version_id'], ['version.id'], name=op.f('fk_disposition_reopening_version_id_version')),
    sa.PrimaryKeyConstraint('disposition_id', name=op.f('pk_disposition_reopening'))
    )
    op.create_table('moderation_appeal',
    sa.Column('case_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('appealed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(trim(words)) > 0', name=op.f('ck_moderation_appeal_says_something')),
    sa.ForeignKeyConstraint(['case_id'], ['moderation_case.id'], name=op.f('fk_moderation_appeal_case_id_moderation_case')),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_moderation_appeal'))
    )
    op.create_table('moderation_report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('case_id', sa.Integer(), nullable=False),
    sa.Column('ground', sa.String(length=20), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('reporter_id', sa.Integer(), nullable=True),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("ground IN ('hatred', 'threat', 'private', 'advertising', 'unlawful', 'elsewhere')", name=op.f('ck_moderation_report_ground_known')),
    sa.ForeignKeyConstraint(['case_id'], ['moderation_case.id'], name=op.f('fk_moderation_report_case_id_moderation_case')),
    sa.ForeignKeyConstraint(['reporter_id'], ['person.id'], name=op.f('fk_moderation_report_reporter_id_person')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_moderation_report'))
    )
    with op.batch_alter_table('moderation_report', schema=None) as batch_op:
        batch_op.create_index('ix_moderation_report_case', ['case_id'], unique=False)

    op.create_table('moderation_ruling',
    sa.Column('case_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=False),
    sa.Column('ground', sa.String(length=20), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('decided_by_id', sa.Integer(), nullable=False),
    sa.Column('other_than_id', sa.Integer(), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(number = 1 AND outcome IN ('kept', 'hidden')) OR (number = 2 AND outcome IN ('upheld', 'restored'))", name=op.f('ck_moderation_ruling_outcome_known')),
    sa.CheckConstraint("ground IN ('', 'hatred', 'threat', 'private', 'advertising', 'unlawful', 'elsewhere')", name=op.f('ck_moderation_ruling_ground_known')),
    sa.CheckConstraint("outcome <> 'hidden' OR ground <> ''", name=op.f('ck_moderation_ruling_hidden_for_a_ground')),
    sa.CheckConstraint('(number = 2) = (other_than_id IS NOT NULL)', name=op.f('ck_moderation_ruling_appeal_names_the_first')),
    sa.CheckConstraint('length(trim(facts)) > 0', name=op.f('ck_moderation_ruling_with_reasons')),
    sa.CheckConstraint('other_than_id <> decided_by_id', name=op.f('ck_moderation_ruling_appeal_by_somebody_else')),
    sa.ForeignKeyConstraint(['case_id'], ['moderation_case.id'], name=op.f('fk_moderation_ruling_case_id_moderation_case')),
    sa.ForeignKeyConstraint(['decided_by_id'], ['person.id'], name=op.f('fk_moderation_ruling_decided_by_id_person')),
    sa.ForeignKeyConstraint(['other_than_id'], ['person.id'], name=op.f('fk_moderation_ruling_other_than_id_person')),
    sa.PrimaryKeyConstraint('case_id', 'number', name=op.f('pk_moderation_ruling'))
    )
    op.create_table('signed_head',
    sa.Column('round_id', sa.Integer(), nullable=False),
    sa.Column('seq', sa.Integer(), nullable=False),
    sa.Column('signature', sa.String(length=128), nullable=False),
    sa.ForeignKeyConstraint(['round_id', 'seq'], ['ledger_entry.round_id', 'ledger_entry.seq'], name=op.f('fk_signed_head_round_id_seq_ledger_entry')),
    sa.PrimaryKeyConstraint('round_id', 'seq', name=op.f('pk_signed_head'))
    )

    for table in FROZEN:
        for statement in frozen_sql(table, op.get_bind().dialect.name):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table('signed_head')
    op.drop_table('moderation_ruling')
    with op.batch_alter_table('moderation_report', schema=None) as batch_op:
        batch_op.drop_index('ix_moderation_report_case')

    op.drop_table('moderation_report')
    op.drop_table('moderation_appeal')
    op.drop_table('disposition_reopening')
    op.drop_table('tally')
    op.drop_table('review_mark_reading')
    op.drop_table('rejoinder')
    op.drop_table('option')
    with op.batch_alter_table('moderation_waiting', schema=None) as batch_op:
        batch_op.drop_index('ix_moderation_waiting_until')
        batch_op.drop_index(batch_op.f('ix_moderation_waiting_charter_id'))

    op.drop_table('moderation_waiting')
    with op.batch_alter_table('moderation_case', schema=None) as batch_op:
        batch_op.drop_index('ux_moderation_case_open_remark_id', sqlite_where=sa.text('ruled_at IS NULL'), postgresql_where=sa.text('ruled_at IS NULL'))
        batch_op.drop_index('ux_moderation_case_open_comment_id', sqlite_where=sa.text('ruled_at IS NULL'), postgresql_where=sa.text('ruled_at IS NULL'))
        batch_op.drop_index('ux_moderation_case_open_amendment_id', sqlite_where=sa.text('ruled_at IS NULL'), postgresql_where=sa.text('ruled_at IS NULL'))
        batch_op.drop_index('ix_moderation_case_comment')
        batch_op.drop_index('ix_moderation_case_charter')

    op.drop_table('moderation_case')
    op.drop_table('ledger_entry')
    with op.batch_alter_table('commitment_source', schema=None) as batch_op:
        batch_op.drop_index('ix_commitment_source_clause')

    op.drop_table('commitment_source')
    with op.batch_alter_table('comment_tag', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_tag_tag')

    op.drop_table('comment_tag')
    with op.batch_alter_table('comment_support', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_support_person')

    op.drop_table('comment_support')
    op.drop_table('comment_settlement')
    with op.batch_alter_table('comment_placement', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_placement_version')
        batch_op.drop_index('ix_comment_placement_again', sqlite_where=sa.text('number > 0'), postgresql_where=sa.text('number > 0'))

    op.drop_table('comment_placement')
    with op.batch_alter_table('comment_handling', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_handling_assignee')

    op.drop_table('comment_handling')
    op.drop_table('comment_earlier_text')
    op.drop_table('brief_passage')
    op.drop_table('breakdown')
    op.drop_table('ballot')
    with op.batch_alter_table('answer', schema=None) as batch_op:
        batch_op.drop_index('ix_answer_batch')

    op.drop_table('answer')
    with op.batch_alter_table('amendment_disposition', schema=None) as batch_op:
        batch_op.drop_index('ix_amendment_disposition_step')

    op.drop_table('amendment_disposition')
    op.drop_table('amendment_carried_operation')
    op.drop_table('working_group_member')
    op.drop_table('voting_code')
    op.drop_table('vote_definition')
    with op.batch_alter_table('version_clause', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_version_clause_revision_id'))

    op.drop_table('version_clause')
    op.drop_table('unsent_text')
    op.drop_table('search_entry')
    with op.batch_alter_table('round_decision', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_round_decision_round_id'))

    op.drop_table('round_decision')
    op.drop_table('round_asking')
    with op.batch_alter_table('roll_entry', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_roll_entry_person_id'))

    op.drop_table('roll_entry')
    with op.batch_alter_table('review_mark', schema=None) as batch_op:
        batch_op.drop_index('ix_review_mark_step')
        batch_op.drop_index('ix_review_mark_charter')

    op.drop_table('review_mark')
    with op.batch_alter_table('question', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_clause_id'))

    op.drop_table('question')
    op.drop_table('provenance')
    op.drop_table('paper_batch')
    with op.batch_alter_table('objection', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_objection_round_id'))

    op.drop_table('objection')
    op.drop_table('merge_step_undoing')
    with op.batch_alter_table('member_on_roll', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_member_on_roll_member_id'))

    op.drop_table('member_on_roll')
    op.drop_table('evidence_content')
    with op.batch_alter_table('disposition_announcement', schema=None) as batch_op:
        batch_op.drop_index('ix_disposition_announcement_charter')

    op.drop_table('disposition_announcement')
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_version_clause')
        batch_op.drop_index('ix_comment_thread')
        batch_op.drop_index('ix_comment_standing', sqlite_where=sa.text('withdrawn_at IS NULL AND withheld IS NULL AND in_reply_to_id IS NULL'), postgresql_where=sa.text('withdrawn_at IS NULL AND withheld IS NULL AND in_reply_to_id IS NULL'))
        batch_op.drop_index('ix_comment_organisation')
        batch_op.drop_index('ix_comment_gone', sqlite_where=sa.text('withdrawn_at IS NOT NULL OR withheld IS NOT NULL'), postgresql_where=sa.text('withdrawn_at IS NOT NULL OR withheld IS NOT NULL'))
        batch_op.drop_index('ix_comment_charter')
        batch_op.drop_index('ix_comment_author')

    op.drop_table('comment')
    op.drop_table('clause_edition')
    with op.batch_alter_table('carried_up', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_carried_up_clause_id'))

    op.drop_table('carried_up')
    op.drop_table('brief_endorsement')
    op.drop_table('ballot_seal')
    op.drop_table('attachment_content')
    op.drop_table('amendment_withdrawal')
    op.drop_table('amendment_sheet')
    with op.batch_alter_table('amendment_remark', schema=None) as batch_op:
        batch_op.drop_index('ix_amendment_remark_amendment')

    op.drop_table('amendment_remark')
    op.drop_table('amendment_rebase')
    with op.batch_alter_table('amendment_operation', schema=None) as batch_op:
        batch_op.drop_index('ix_amendment_operation_clause')

    op.drop_table('amendment_operation')
    op.drop_table('amendment_hidden_rationale')
    with op.batch_alter_table('amendment_cosignature', schema=None) as batch_op:
        batch_op.drop_index('ix_amendment_cosignature_person')

    op.drop_table('amendment_cosignature')
    op.drop_table('working_group')
    with op.batch_alter_table('voting_round', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_voting_round_repeats_id'))
        batch_op.drop_index('ix_voting_round_charter')

    op.drop_table('voting_round')
    with op.batch_alter_table('version_lineage', schema=None) as batch_op:
        batch_op.drop_index('ix_version_lineage_version')
        batch_op.drop_index('ix_version_lineage_source')
        batch_op.drop_index('ix_version_lineage_clause')

    op.drop_table('version_lineage')
    op.drop_table('version_edition')
    with op.batch_alter_table('triage_light', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_triage_light_charter_id'))

    op.drop_table('triage_light')
    with op.batch_alter_table('stage_change', schema=None) as batch_op:
        batch_op.drop_index('ix_stage_change_member')
        batch_op.drop_index('ix_stage_change_enrolment')
        batch_op.drop_index('ix_stage_change_draft')

    op.drop_table('stage_change')
    op.drop_table('revision')
    with op.batch_alter_table('rendering', schema=None) as batch_op:
        batch_op.drop_index('ix_rendering_charter')

    op.drop_table('rendering')
    with op.batch_alter_table('passage_mark', schema=None) as batch_op:
        batch_op.drop_index('ix_passage_mark_charter')

    op.drop_table('passage_mark')
    with op.batch_alter_table('merge_step', schema=None) as batch_op:
        batch_op.drop_index('ix_merge_step_charter')

    op.drop_table('merge_step')
    with op.batch_alter_table('lineage', schema=None) as batch_op:
        batch_op.drop_index('ix_lineage_source')
        batch_op.drop_index('ix_lineage_clause')

    op.drop_table('lineage')
    with op.batch_alter_table('internal_note', schema=None) as batch_op:
        batch_op.drop_index('ix_internal_note_clause')

    op.drop_table('internal_note')
    with op.batch_alter_table('indicator_reading', schema=None) as batch_op:
        batch_op.drop_index('ix_indicator_reading_indicator')

    op.drop_table('indicator_reading')
    with op.batch_alter_table('evidence', schema=None) as batch_op:
        batch_op.drop_index('ix_evidence_commitment')

    op.drop_table('evidence')
    op.drop_table('enrolment_draft_step')
    with op.batch_alter_table('drafting_role', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_drafting_role_person_id'))
        batch_op.drop_index(batch_op.f('ix_drafting_role_charter_id'))

    op.drop_table('drafting_role')
    with op.batch_alter_table('comment_pause', schema=None) as batch_op:
        batch_op.drop_index('ix_comment_pause_clause')
        batch_op.drop_index(batch_op.f('ix_comment_pause_charter_id'))

    op.drop_table('comment_pause')
    with op.batch_alter_table('clause_successor', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_clause_successor_successor_id'))
        batch_op.drop_index(batch_op.f('ix_clause_successor_charter_id'))

    op.drop_table('clause_successor')
    with op.batch_alter_table('brief', schema=None) as batch_op:
        batch_op.drop_index('ix_brief_version')
        batch_op.drop_index('ix_brief_organisation')

    op.drop_table('brief')
    with op.batch_alter_table('attachment', schema=None) as batch_op:
        batch_op.drop_index('ix_attachment_draft')

    op.drop_table('attachment')
    with op.batch_alter_table('amendment', schema=None) as batch_op:
        batch_op.drop_index('ix_amendment_clause')
        batch_op.drop_index('ix_amendment_author')
        batch_op.drop_index('ix_amendment_amends')

    op.drop_table('amendment')
    op.drop_table('adoption')
    op.drop_table('version')
    with op.batch_alter_table('triage_missing_right', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_triage_missing_right_charter_id'))

    op.drop_table('triage_missing_right')
    with op.batch_alter_table('spokesperson', schema=None) as batch_op:
        batch_op.drop_index('ix_spokesperson_person')

    op.drop_table('spokesperson')
    op.drop_table('resident_view')
    op.drop_table('publication_request')
    op.drop_table('progress_report')
    op.drop_table('moderation_rules')
    with op.batch_alter_table('milestone', schema=None) as batch_op:
        batch_op.drop_index('ix_milestone_commitment')

    op.drop_table('milestone')
    op.drop_table('list_line')
    op.drop_table('language_edition')
    with op.batch_alter_table('journal_entry', schema=None) as batch_op:
        batch_op.drop_index('ix_journal_entry_member')
        batch_op.drop_index('ix_journal_entry_charter')

    op.drop_table('journal_entry')
    with op.batch_alter_table('intake', schema=None) as batch_op:
        batch_op.drop_index('ix_intake_charter')

    op.drop_table('intake')
    with op.batch_alter_table('indicator', schema=None) as batch_op:
        batch_op.drop_index('ix_indicator_commitment')

    op.drop_table('indicator')
    with op.batch_alter_table('import_sheet', schema=None) as batch_op:
        batch_op.drop_index('ix_import_sheet_member')

    op.drop_table('import_sheet')
    with op.batch_alter_table('enrolment_question', schema=None) as batch_op:
        batch_op.drop_index('ix_enrolment_question_enrolment')

    op.drop_table('enrolment_question')
    op.drop_table('enrolment_practice')
    op.drop_table('enrolment_focus')
    with op.batch_alter_table('enrolment_draft', schema=None) as batch_op:
        batch_op.drop_index('ix_enrolment_draft_author')

    op.drop_table('enrolment_draft')
    with op.batch_alter_table('drafting_step', schema=None) as batch_op:
        batch_op.drop_index('ix_drafting_step_charter')

    op.drop_table('drafting_step')
    op.drop_table('commitment_target')
    op.drop_table('commitment_change')
    with op.batch_alter_table('commitment_area', schema=None) as batch_op:
        batch_op.drop_index('ix_commitment_area_area')

    op.drop_table('commitment_area')
    with op.batch_alter_table('clause', schema=None) as batch_op:
        batch_op.drop_index('ix_clause_charter')

    op.drop_table('clause')
    op.drop_table('charter_process')
    with op.batch_alter_table('assessment', schema=None) as batch_op:
        batch_op.drop_index('ix_assessment_commitment')

    op.drop_table('assessment')
    op.drop_table('answers_waiver')
    op.drop_table('answer_batch')
    with op.batch_alter_table('verification', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_verification_person_id'))

    op.drop_table('verification')
    op.drop_table('two_person_rule')
    with op.batch_alter_table('role', schema=None) as batch_op:
        batch_op.drop_index('uq_role_without_place', sqlite_where=sa.text('member_id IS NULL'), postgresql_where=sa.text('member_id IS NULL'))
        batch_op.drop_index('ix_role_member')

    op.drop_table('role')
    with op.batch_alter_table('reaffirmation', schema=None) as batch_op:
        batch_op.drop_index('ix_reaffirmation_member')

    op.drop_table('reaffirmation')
    op.drop_table('publishing_rule')
    op.drop_table('page_text')
    op.drop_table('organisation')
    op.drop_table('member_description')
    op.drop_table('mandate_reminder')
    op.drop_table('invitation')
    op.drop_table('identity_provider')
    with op.batch_alter_table('handover', schema=None) as batch_op:
        batch_op.drop_index('ix_handover_member')

    op.drop_table('handover')
    with op.batch_alter_table('enrolment', schema=None) as batch_op:
        batch_op.drop_index('uq_enrolment_live_place', sqlite_where=sa.text("state <> 'refused'"), postgresql_where=sa.text("state <> 'refused'"))

    op.drop_table('enrolment')
    with op.batch_alter_table('electoral_list', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_electoral_list_member_id'))

    op.drop_table('electoral_list')
    with op.batch_alter_table('commitment', schema=None) as batch_op:
        batch_op.drop_index('ix_commitment_status')

    op.drop_table('commitment')
    with op.batch_alter_table('charter', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_charter_member_id'))

    op.drop_table('charter')
    op.drop_table('person')
    with op.batch_alter_table('member', schema=None) as batch_op:
        batch_op.drop_index('ix_member_stage')

    op.drop_table('member')
    with op.batch_alter_table('letter', schema=None) as batch_op:
        batch_op.drop_index('ix_letter_sent_at')

    op.drop_table('letter')

    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"DROP FUNCTION {POSTGRES_FUNCTION_NAME}()")
