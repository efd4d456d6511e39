package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.meetings.adapter.http.MeetingBodies.AttendanceOfPerson;
import uk.onevoice.meetings.adapter.http.MeetingBodies.PartnerAttendance;
import uk.onevoice.meetings.adapter.http.RecordBodies.ActionOfItem;
import uk.onevoice.meetings.adapter.http.RecordBodies.Content;
import uk.onevoice.meetings.adapter.http.RecordBodies.RecordOfItem;
import uk.onevoice.meetings.adapter.store.MeetingLog;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordPartner;
import uk.onevoice.meetings.domain.AttendanceCommand.TakeAttendanceBack;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.InfluenceCommand.AnswerCounterfactual;
import uk.onevoice.meetings.domain.InfluenceCommand.AssessInfluence;
import uk.onevoice.meetings.domain.ItemCommand.MarkPresence;
import uk.onevoice.meetings.domain.ItemCommand.NoteHelp;
import uk.onevoice.meetings.domain.ItemCommand.PutPosition;
import uk.onevoice.meetings.domain.ItemCommand.RecordAgreement;
import uk.onevoice.meetings.domain.ItemCommand.RecordOutcome;
import uk.onevoice.meetings.domain.ItemCommand.RecordReach;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Judgement;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingCommand;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Partner;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.RecordCommand.NoteAction;
import uk.onevoice.meetings.domain.RecordCommand.Row;
import uk.onevoice.meetings.domain.SameWithoutUs;
import uk.onevoice.meetings.domain.action.ActionCommand;
import uk.onevoice.meetings.domain.action.ActionId;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.service.wiring.Ids;

/** Makes commands of what callers send, with the facts that the rules need. */
@ApplicationScoped
class Rows {
  private static final int MOST_PEOPLE = 100;
  private static final int MOST_ITEMS = 200;
  private static final int MOST_HELPERS = 20;
  private static final int MOST_ACTIONS = 20;

  private final MeetingDesk desk;
  private final Directory directory;
  private final Mandates mandates;
  private final Owners owners;
  private final Ids ids;

  Rows(MeetingDesk desk, Directory directory, Mandates mandates, Owners owners, Ids ids) {
    this.desk = desk;
    this.directory = directory;
    this.mandates = mandates;
    this.owners = owners;
    this.ids = ids;
  }

  RecordAttendance attendance(Scheduled meeting, AttendanceOfPerson wish) {
    return new RecordAttendance(
        meeting.terms().meetingId(),
        desk.asAttendee(meeting, wish.personId()),
        !directory
            .holdings(MeetingDesk.inDirectory(wish.personId()), meeting.terms().on())
            .isEmpty(),
        wish.kind() == null ? AttendanceKind.PRESENT : wish.kind(),
        wish.capacity(),
        wish.substituteForId(),
        wish.capacity() == Capacity.DELEGATE
            ? mandates.authority(wish.mandateId(), meeting, wish.personId())
            : null,
        desk.today(),
        isBriefed(meeting, wish.personId()));
  }

  private boolean isBriefed(Scheduled meeting, PersonId person) {
    return desk.isBriefed(meeting.terms().meetingId(), person);
  }

  /** Whoever was there is taken out again. */
  TakeAttendanceBack takenBack(Scheduled meeting, PersonId person) {
    PersonId entered = desk.asAttendee(meeting, person);
    return new TakeAttendanceBack(
        meeting.terms().meetingId(), entered, isBriefed(meeting, entered));
  }

  RecordPartner partner(Scheduled meeting, PartnerAttendance wish) {
    return new RecordPartner(
        meeting.terms().meetingId(),
        new Partner(wish.organisationId(), wish.personId()),
        isPartner(wish.organisationId(), meeting),
        wish.kind(),
        desk.today());
  }

  private boolean isPartner(OrganisationId organisation, Scheduled meeting) {
    return directory
        .organisation(new uk.onevoice.directory.OrganisationId(organisation.value()))
        .filter(known -> !known.isGeneralPractice() && known.openOn(meeting.terms().on()))
        .isPresent();
  }

  RecordAgreement agreement(
      Scheduled meeting, ItemId item, @Nullable UUID invocation, String pointer) {
    return new RecordAgreement(
        meeting.terms().meetingId(),
        item,
        mandates.invocation(invocation, pointer),
        mandates.cited(meeting, item),
        desk.caller(),
        desk.today());
  }

  /** What the caller says about influence; null where they say nothing. */
  @Nullable Judgement judgement(
      Scheduled meeting,
      @Nullable Influence influence,
      @Nullable UUID evidence,
      @Nullable SameWithoutUs sameWithoutUs) {
    if (influence == null) {
      return null;
    }
    PersonId by = desk.asAttendee(meeting, desk.caller());
    return new Judgement(influence, by, isBriefed(meeting, by), evidence, sameWithoutUs);
  }

  /** The rows of a record, in the order in which they are decided. */
  List<Row> of(Scheduled meeting, Content content, MeetingWords.Pen pen) {
    within(content.attendances().size(), MOST_PEOPLE, "/attendances");
    within(content.takenBack().size(), MOST_PEOPLE, "/attendancesTakenBack");
    within(content.partners().size(), MOST_PEOPLE, "/partners");
    within(content.items().size(), MOST_ITEMS, "/items");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < content.takenBack().size(); i++) {
      String at = "/attendancesTakenBack/" + i;
      rows.add(new Row(at, at, takenBack(meeting, content.takenBack().get(i))));
    }
    for (int i = 0; i < content.attendances().size(); i++) {
      String at = "/attendances/" + i;
      rows.add(new Row(at, at, attendance(meeting, content.attendances().get(i))));
    }
    for (int i = 0; i < content.partners().size(); i++) {
      String at = "/partners/" + i;
      rows.add(new Row(at, at, partner(meeting, content.partners().get(i))));
    }
    for (int i = 0; i < content.items().size(); i++) {
      rows.addAll(item(meeting, content.items().get(i), "/items/" + i, pen));
    }
    return rows;
  }

  private List<Row> item(Scheduled meeting, RecordOfItem said, String at, MeetingWords.Pen pen) {
    MeetingId id = meeting.terms().meetingId();
    ItemId item = said.itemId();
    List<Row> rows = new ArrayList<>();
    if (said.reach() != null) {
      add(rows, at, "/reach", new RecordReach(id, item, said.reach(), desk.today()));
    }
    if (said.position() != null) {
      add(rows, at, "/position", new PutPosition(id, item, said.position()));
    }
    if (said.mark() != null) {
      add(rows, at, "/mark", new MarkPresence(id, item, said.mark(), desk.today()));
    }
    if (said.outcome() != null) {
      add(rows, at, "/outcome", new RecordOutcome(id, item, said.outcome(), null, desk.today()));
    }
    if (Boolean.TRUE.equals(said.agreedForGeneralPractice())) {
      String pointer = at + "/invocationId";
      add(
          rows,
          at,
          "/agreedForGeneralPractice",
          agreement(meeting, item, said.invocationId(), pointer));
    } else if (said.invocationId() != null) {
      throw Problem.invalid(at + "/invocationId", "goes with agreedForGeneralPractice").exception();
    }
    @Nullable UUID evidence =
        pen.optional(
            MeetingWords.EVIDENCE, MeetingLog.stream(id), said.evidence(), at + "/evidence");
    @Nullable Judgement judgement = judgement(meeting, said.influence(), evidence, null);
    if (judgement != null) {
      add(rows, at, "/influence", new AssessInfluence(id, item, judgement));
    } else if (said.evidence() != null) {
      throw Problem.invalid(at + "/evidence", "goes with influence").exception();
    }
    if (said.sameWithoutUs() != null) {
      add(
          rows,
          at,
          "/sameWithoutUs",
          new AnswerCounterfactual(id, item, said.sameWithoutUs(), desk.caller()));
    }
    if (said.helpedBy() != null) {
      within(said.helpedBy().size(), MOST_HELPERS, at + "/helpedBy");
      @Nullable OrganisationId unfit =
          said.helpedBy().stream()
              .filter(each -> !isPartner(each, meeting))
              .findFirst()
              .orElse(null);
      add(rows, at, "/helpedBy", new NoteHelp(id, item, said.helpedBy(), unfit, desk.today()));
    }
    List<ActionOfItem> actions = said.actions() == null ? List.of() : said.actions();
    within(actions.size(), MOST_ACTIONS, at + "/actions");
    for (int i = 0; i < actions.size(); i++) {
      String pointer = at + "/actions/" + i;
      rows.add(new Row(at, pointer, note(meeting, item, actions.get(i), pointer, pen)));
    }
    return rows;
  }

  private static void add(List<Row> rows, String group, String field, MeetingCommand command) {
    rows.add(new Row(group, group + field, command));
  }

  private NoteAction note(
      Scheduled meeting, ItemId item, ActionOfItem said, String at, MeetingWords.Pen pen) {
    var action = new ActionId(ids.get());
    return new NoteAction(
        meeting.terms().meetingId(),
        new ActionCommand.Open(
            action,
            meeting.terms().meetingId(),
            item,
            meeting.terms().placeId(),
            owners.of(said.ownerId()),
            pen.write(
                MeetingWords.ACTION,
                MeetingLog.stream(action),
                said.what(),
                at + "/what",
                MeetingWords.LONG),
            said.due(),
            desk.today()));
  }

  private static void within(int many, int most, String pointer) {
    if (many > most) {
      throw Problem.invalid(pointer, "must be at most " + most).exception();
    }
  }
}
