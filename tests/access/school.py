"""School № 25 in full life, for tests of who may reach what of it: at least one row of everything."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.forms.states import CallKind, FormState
from models.forms.tables import FeedbackForm, HelpCall, HelpReply
from models.matching.cohort import MentorLeft, NeedLeft
from models.matching.reasons import Reason, ReasonKind
from models.meetings.additions import AttachmentKind
from models.meetings.states import MeetingState
from models.meetings.tables import Meeting, MeetingAttachment, MeetingNote
from models.mentorships.cohort_tables import CohortDraft, CohortLine, CohortRest, LineProblem
from models.mentorships.states import Answer, MentorshipState, ProposalOrigin, Side
from models.mentorships.tables import CuratorTalk, Mentorship, MentorshipMember, OfferQuestion
from models.notices.kinds import NoticeKind
from models.notices.tables import Notice, NoticeState
from models.oversight.checklist import tick
from models.oversight.decisions import enter_decision
from models.oversight.digest import digest_of
from models.oversight.indicators.codes import Code, Moment, SnapshotKind
from models.oversight.indicators.hand import enter_value
from models.oversight.indicators.snapshots import take_snapshot
from models.oversight.post import STORED
from models.oversight.states import CheckItem, SignalCode
from models.oversight.tables import Digest, RiskSignal
from models.papers.orders import draw_up_order
from models.papers.statement import ask_statement
from models.papers.states import OrderKind
from models.papers.yearly.campaigns import move_campaign
from models.papers.yearly.handing import hand_in, write_part
from models.papers.yearly.kinds import NotePart, ReportKind
from models.papers.yearly.tables import Campaign
from models.people.states import MentorState
from models.people.tables import GuardianLink, Invitation, MentorProfile, RoleGrant
from models.requests.states import RequestState
from models.requests.tables import MentoringRequest
from models.terms import Intensity, MentoringForm, MentoringType, PersonKind, Role, Severity
from tests.past import once
from tests.town import Town

FORM = MentoringForm.TEACHER_TEACHER


@dataclass
class School:
    """The ids of what there is, by the name of the argument that takes them."""

    town: Town
    mentor: int
    mentee: int
    asking: int
    """A mentee whose request waits in the queue."""
    asked: int
    """A mentee whose request came back with a question."""
    ids: dict[str, list[int]]

    @classmethod
    async def build(cls, town: Town) -> "School":
        """Requests, pairs, meetings, forms and calls in the states in which something can be done with them."""
        return cls(town, **await once(town, cls._lived))

    @staticmethod
    async def _lived(town: Town) -> dict[str, Any]:
        mentor, mentee = await town.mentor("Лебедева Ирина Викторовна"), await town.mentee("Кузнецова Ольга Сергеевна")
        maker = _Maker(town, mentor, mentee)
        others = [await town.mentee() for _ in range(len(RequestState) - 1)]
        states = (RequestState.AWAITING_CONSENT, RequestState.SUBMITTED, RequestState.RETURNED, RequestState.QUEUED)
        requests = [await maker.request(one, state) for one, state in zip(others, states, strict=False)]
        matched = await maker.request(mentee, RequestState.MATCHED)
        pairs = {state: await maker.pair(state, matched) for state in MentorshipState}
        across = await maker.pair(MentorshipState.PROPOSED, matched, lender_id=town.school)
        active = pairs[MentorshipState.ACTIVE]
        meetings = {state: await maker.meeting(active, state) for state in MeetingState}
        held = meetings[MeetingState.HELD]
        forms = [await maker.form(active, held, FormState.SENT)]
        applicant = await town.mentor(card={"state": MentorState.APPLICANT})
        newcomer = await town.person(None, account=False)
        child = await maker.pupil()
        ids = {
            "request_id": [*requests, matched],
            "mentorship_id": [*pairs.values(), across],
            "meeting_id": list(meetings.values()),
            "form_id": forms,
            "question_id": [await maker.question(pairs[MentorshipState.PROPOSED])],
            "call_id": [await maker.call(active)],
            "signal_id": [await maker.signal(active)],
            "person_id": [mentee, mentor, newcomer, town.curator, child],
            "mentee_id": [mentee, others[-1]],
            "group_type": [MentoringType.GROUP],
            "mentor_ids": [[mentor]],
            "mentee_ids": [[mentee, others[-1]]],
            "mentor_id": [mentor],
            "grant_id": [await maker.grant(newcomer), *await maker.grants()],
            "profile_id": [row.id for row in await town.rows(MentorProfile, MentorProfile.person_id == applicant)],
            "organisation_id": [town.school],
            "school_id": [town.school],
            "receiver_id": [town.municipal_curator],
            "invitation_id": [await maker.invitation()],
            "link_id": [await maker.link(child)],
        }
        ids["mentorship_id"].append(await maker.group(others[-2]))
        ids["mentorship_id"].append(await maker.pair(MentorshipState.PROPOSED, None, mentee=child))
        ids["draft_id"] = [await maker.draft(requests)]
        await maker.held_notice(pairs[MentorshipState.PAUSED])
        ids["reply_id"] = [await maker.reply(ids["call_id"][0])]
        ids["decision_id"] = [await maker.desk()]
        ids["digest_id"] = [await maker.digest()]
        ids["statement_id"] = [await maker.statement()]
        ids["report_id"] = [await maker.report()]
        ids["campaign_id"] = [await maker.campaign()]
        ids["order_draft_id"] = [await maker.order_draft(active)]
        await maker.additions(held)
        await maker.talk(active)
        await maker.numbers()
        return {"mentor": mentor, "mentee": mentee, "asking": others[3], "asked": others[2], "ids": ids}


@dataclass
class _Maker:
    town: Town
    mentor: int
    mentee: int

    @property
    def _now(self) -> datetime:
        return self.town.clock.now()

    async def _store(self, model: Any, **values: Any) -> int:
        return await self.town._stored(model(organisation_id=self.town.school, **values))

    async def pupil(self) -> int:
        """The mentee's daughter, without an account."""
        kind = {"kind": PersonKind.STUDENT, "class_label": "7 кл."}
        return await self.town.mentee("Кузнецова Мария Ильинична", account=False, **kind)

    async def link(self, child: int) -> int:
        """The mentee is the parent of a pupil, too."""
        moments = {"asked_at": self._now, "admitted_at": self._now}
        await self._store(RoleGrant, person_id=self.mentee, role=Role.GUARDIAN, **moments)
        ids = {"guardian_person_id": self.mentee, "child_person_id": child, "verified_by": self.town.curator}
        return await self.town._stored(GuardianLink(**ids, verified_at=self._now))

    async def request(self, mentee: int, state: RequestState) -> int:
        return await self._store(
            MentoringRequest,
            mentee_id=mentee,
            form=FORM,
            topics=["CLASSROOM"],
            intensity=Intensity.WEEKLY,
            slots=[],
            wished_mentor_ids=[],
            state=state,
            created_at=self.town.clock.now(),
            submitted_at=self.town.clock.now(),
            waiting_since=self.town.clock.now(),
            question="Что важнее всего?" if state is RequestState.RETURNED else "",
        )

    async def pair(self, state: MentorshipState, request_id: int | None, **values: Any) -> int:
        sides = ((self.mentor, Side.MENTOR), (values.pop("mentee", self.mentee), Side.MENTEE))
        answer = Answer.PENDING if state is MentorshipState.PROPOSED else Answer.YES
        return await self._store(
            Mentorship,
            form=FORM,
            state=state,
            origin=ProposalOrigin.WISHED,
            intensity=Intensity.WEEKLY,
            topics=["CLASSROOM"],
            slots=[],
            reasons=[],
            request_id=request_id,
            proposed_by=self.town.curator,
            proposed_at=self.town.clock.now(),
            members=[MentorshipMember(person_id=one, side=side, answer=answer) for one, side in sides],
            **values,
        )

    async def group(self, another: int) -> int:
        """A group that works, of the pair's two and one more."""
        group = await self.pair(MentorshipState.ACTIVE, None)
        await self.town.change(Mentorship, group, type=MentoringType.GROUP)
        member = MentorshipMember(mentorship_id=group, person_id=another, side=Side.MENTEE, answer=Answer.YES)
        await self.town._stored(member)
        return group

    async def meeting(self, pair_id: int, state: MeetingState) -> int:
        is_ahead = state in (MeetingState.PLANNED, MeetingState.CONFIRMED)
        return await self._store(
            Meeting,
            mentorship_id=pair_id,
            state=state,
            zone="Europe/Moscow",
            starts_at=self.town.clock.now() + timedelta(hours=26 if is_ahead else -26),
            planned_by=self.mentor,
            planned_at=self.town.clock.now() - timedelta(days=3),
        )

    async def form(self, pair_id: int, meeting_id: int, state: FormState) -> int:
        return await self._store(
            FeedbackForm,
            meeting_id=meeting_id,
            mentorship_id=pair_id,
            respondent_id=self.mentee,
            side=Side.MENTEE,
            state=state,
            items={},
            created_at=self.town.clock.now(),
            closes_at=self.town.clock.now() + timedelta(days=7),
        )

    async def question(self, pair_id: int) -> int:
        asked_at = self.town.clock.now()
        return await self.town._stored(OfferQuestion(mentorship_id=pair_id, text="Когда начнём?", asked_at=asked_at))

    async def call(self, pair_id: int) -> int:
        return await self._store(
            HelpCall,
            person_id=self.mentee,
            mentorship_id=pair_id,
            kind=CallKind.HELP,
            concerned_ids=[self.mentee, self.mentor],
            reader_ids=[self.town.curator],
            asked_at=self.town.clock.now(),
        )

    async def reply(self, call_id: int) -> int:
        row = HelpReply(call_id=call_id, author_id=self.town.curator, text="Зайду завтра.", written_at=self._now)
        return await self.town._stored(row)

    async def additions(self, meeting_id: int) -> None:
        """A note of the mentor's own and a voice note, beside a record."""
        theirs: dict[str, Any] = {"meeting_id": meeting_id, "author_id": self.mentor}
        await self.town._stored(MeetingNote(**theirs, text="Волнуется у доски.", written_at=self._now))
        kind = AttachmentKind.VOICE.value
        file = {"kind": kind, "channel": "TELEGRAM", "file_ref": "voice-1", "added_at": self._now}
        await self.town._stored(MeetingAttachment(**theirs, **file))

    async def draft(self, requests: list[int]) -> int:
        """A cohort's draft with pairs, with somebody who has nobody, and with something that has changed since."""
        edited = {"version": 1, "changed_by": self.town.curator}
        draft = await self._store(CohortDraft, **edited, made_at=self._now, changed_at=self._now)
        reasons = [Reason.of(ReasonKind.ALL_TOPICS_STRONG, wanted=1).dump()]
        for request_id in requests[:-1]:
            line = CohortLine(draft_id=draft, request_id=request_id, mentor_id=self.mentor, reasons=reasons, **edited)
            await self.town._stored(line)
        left = {"reasons": [], "left_why": NeedLeft.ALL_FULL, "left_count": 2, "problem": LineProblem.CAPACITY}
        await self.town._stored(CohortLine(draft_id=draft, request_id=requests[-1], **left, **edited))
        rest = CohortRest(draft_id=draft, mentor_id=self.mentor, why=MentorLeft.FREE, places=1)
        await self.town._stored(rest)
        return draft

    async def digest(self) -> int:
        """The week as the curator was told it."""
        curator, school = self.town.curator, self.town.school
        view = await self.town.database.write(lambda session: digest_of(session, school, self._now, curator))
        told = {"week": "2026-W42", "is_sent": True, "made_at": self._now}
        return await self._store(Digest, person_id=curator, payload=STORED.dump_python(view, mode="json"), **told)

    async def desk(self) -> int:
        """The curator has ticked an item of the checklist, and entered what the council has decided."""
        act = await self.town.act(self.town.curator)
        await act(tick, self.town.school, CheckItem.GOALS, True)
        said = "Обсудить итоги на педсовете", "Лебедева И. В."
        return await act(enter_decision, self.town.school, *said, self._now.date() + timedelta(days=30))

    async def talk(self, pair_id: int) -> None:
        """The curator has talked with a pair, and noted something."""
        told: dict[str, Any] = {"curator_id": self.town.curator, "day": self._now.date(), "note": "Всё идёт хорошо."}
        await self.town._stored(CuratorTalk(mentorship_id=pair_id, **told))

    async def numbers(self) -> None:
        """Numbers by hand in both columns, and a snapshot of them."""
        act, code = await self.town.act(self.town.curator), Code.I_1_2
        for moment in Moment:
            await act(enter_value, self.town.school, code, moment, 7, "По документам школы")
        await act(take_snapshot, self.town.school, SnapshotKind.BASELINE)

    async def statement(self) -> int:
        """The mentor's statement, which waits for the curator."""
        act, today = await self.town.act(self.mentor), self._now.date()
        return (await act(ask_statement, date(today.year, 9, 1), today)).statement.id

    async def report(self) -> int:
        """The data on pairs, handed in, and a note that is being written."""
        act = await self.town.act(self.town.curator)
        await act(write_part, self.town.school, NotePart.PROPOSALS, "Больше времени на встречи.")
        return (await act(hand_in, self.town.school, ReportKind.PAIRS, 2026)).id

    async def campaign(self) -> int:
        """The municipality's collection of May numbers, with days of its own."""
        act = await self.town.act(self.town.municipal_curator)
        days = date(2026, 10, 1), date(2027, 5, 20)
        await act(move_campaign, self.town.municipality, ReportKind.MAY, *days)
        [campaign] = await self.town.rows(Campaign)
        return campaign.id

    async def order_draft(self, pair_id: int) -> int:
        """An order for one pair."""
        act = await self.town.act(self.town.curator)
        return (await act(draw_up_order, self.town.school, OrderKind.ORDER_PAIRS, (pair_id,))).id

    async def signal(self, pair_id: int) -> int:
        return await self._store(
            RiskSignal,
            code=SignalCode.PAIR_NO_MEETING,
            subject_id=pair_id,
            severity=Severity.WARN,
            evidence={},
            opened_at=self.town.clock.now(),
            shown_from=self.town.clock.now(),
        )

    async def held_notice(self, pair_id: int) -> int:
        now = self.town.clock.now()
        return await self.town._stored(
            Notice(
                person_id=self.mentee,
                kind=NoticeKind.PAIR_PAUSED.value,
                payload={"mentorship_id": pair_id},
                subject=f"pair:{pair_id}",
                key="held",
                due_at=now,
                created_at=now,
                state=NoticeState.HELD,
            )
        )

    async def grant(self, person_id: int) -> int:
        return await self._store(RoleGrant, person_id=person_id, role=Role.MENTOR, asked_at=self.town.clock.now())

    async def grants(self) -> list[int]:
        return [row.id for row in await self.town.rows(RoleGrant, RoleGrant.organisation_id == self.town.school)][:3]

    async def invitation(self) -> int:
        return await self._store(
            Invitation,
            code_hash="0" * 64,
            role=Role.MENTEE,
            uses_left=5,
            expires_at=self.town.clock.now() + timedelta(days=7),
            created_at=self.town.clock.now(),
        )
