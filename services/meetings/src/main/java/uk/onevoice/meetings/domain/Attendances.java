package uk.onevoice.meetings.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decision;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordAttendance;
import uk.onevoice.meetings.domain.AttendanceCommand.RecordPartner;
import uk.onevoice.meetings.domain.AttendanceCommand.TakeAttendanceBack;
import uk.onevoice.meetings.domain.AttendanceCommand.TakePartnerBack;
import uk.onevoice.meetings.domain.AttendanceEvent.ApologiesGiven;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceExpected;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.AttendanceTakenBack;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceRecorded;
import uk.onevoice.meetings.domain.AttendanceEvent.PartnerAttendanceTakenBack;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingRejection.AssessmentRestsOnIt;
import uk.onevoice.meetings.domain.MeetingRejection.NothingToTakeBack;
import uk.onevoice.meetings.domain.MeetingRejection.PartnerDoesNotFit;
import uk.onevoice.meetings.domain.MeetingRejection.PersonNotKnown;
import uk.onevoice.meetings.domain.MeetingRejection.StillToCome;
import uk.onevoice.meetings.domain.MeetingRejection.SubstituteDoesNotFit;
import uk.onevoice.meetings.domain.mandate.Unmandated;

/**
 * The rules of who was there. Whoever is said to speak for general practice and has no mandate that
 * lets them is stored as what they were: an observer.
 */
final class Attendances {
  private Attendances() {}

  static Decision<MeetingEvent, MeetingRejection> decide(
      AttendanceCommand command, Scheduled meeting) {
    return switch (command) {
      case RecordAttendance record -> record(record, meeting);
      case TakeAttendanceBack wish -> takeBack(wish, meeting);
      case RecordPartner record -> record(record, meeting);
      case TakePartnerBack(var id, var partner) ->
          meeting.partners().containsKey(partner)
              ? accept(
                  new PartnerAttendanceTakenBack(id, partner.organisationId(), partner.personId()))
              : reject(new NothingToTakeBack(id));
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> takeBack(
      TakeAttendanceBack wish, Scheduled meeting) {
    if (!meeting.attendance().containsKey(wish.personId())) {
      return reject(new NothingToTakeBack(wish.meetingId()));
    }
    @Nullable ItemId judged =
        wish.briefed() ? null : Influences.assessedBy(wish.personId(), meeting);
    return judged == null
        ? accept(new AttendanceTakenBack(wish.meetingId(), wish.personId()))
        : reject(new AssessmentRestsOnIt(wish.personId(), judged));
  }

  private static Decision<MeetingEvent, MeetingRejection> record(
      RecordAttendance wish, Scheduled meeting) {
    if (wish.kind().isPresence() && meeting.terms().on().isAfter(wish.today())) {
      return reject(new StillToCome(meeting.terms().on()));
    }
    if (!wish.heldARole()) {
      return reject(new PersonNotKnown(wish.personId()));
    }
    if (!substituteFits(wish)) {
      return reject(new SubstituteDoesNotFit(wish.personId()));
    }
    Attendance now = stored(wish);
    @Nullable Attendance before = meeting.attendance().get(wish.personId());
    if (now.equals(before)) {
      return accept();
    }
    List<MeetingEvent> events = new ArrayList<>();
    if (before != null && before.kind().isPresence() && !now.kind().isPresence()) {
      @Nullable ItemId judged =
          wish.briefed() ? null : Influences.assessedBy(wish.personId(), meeting);
      if (judged != null) {
        return reject(new AssessmentRestsOnIt(wish.personId(), judged));
      }
      // Whoever counts who was there must hear that this person was not.
      events.add(new AttendanceTakenBack(wish.meetingId(), wish.personId()));
    }
    events.add(event(wish, now));
    return accept(events);
  }

  private static boolean substituteFits(RecordAttendance wish) {
    if (wish.substituteForId() == null) {
      return wish.kind() != AttendanceKind.SUBSTITUTE;
    }
    return wish.kind().isPresence() && !wish.substituteForId().equals(wish.personId());
  }

  /** What somebody is stored as, whatever they are said to be. */
  private static Attendance stored(RecordAttendance wish) {
    return switch (wish.kind()) {
      case APOLOGIES -> Attendance.of(AttendanceKind.APOLOGIES, Capacity.OBSERVER);
      case EXPECTED -> Attendance.of(AttendanceKind.EXPECTED, wish.capacity());
      case PRESENT, VIRTUAL, SUBSTITUTE, IN_ATTENDANCE -> {
        if (wish.capacity() != Capacity.DELEGATE) {
          yield present(wish, wish.capacity(), null, List.of());
        }
        @Nullable Authority authority = wish.authority();
        if (authority == null) {
          yield present(wish, Capacity.OBSERVER, null, List.of(Unmandated.NOT_CITED));
        }
        yield authority.unmandated().isEmpty()
            ? present(wish, Capacity.DELEGATE, authority, List.of())
            : present(wish, Capacity.OBSERVER, null, authority.unmandated());
      }
    };
  }

  private static Attendance present(
      RecordAttendance wish,
      Capacity capacity,
      @Nullable Authority authority,
      List<Unmandated> unmandated) {
    return new Attendance(
        wish.kind(),
        capacity,
        authority == null ? null : authority.mandateId(),
        wish.substituteForId(),
        unmandated);
  }

  private static MeetingEvent event(RecordAttendance wish, Attendance now) {
    return switch (now.kind()) {
      case EXPECTED -> new AttendanceExpected(wish.meetingId(), wish.personId(), now.capacity());
      case APOLOGIES -> new ApologiesGiven(wish.meetingId(), wish.personId());
      case PRESENT, VIRTUAL, SUBSTITUTE, IN_ATTENDANCE ->
          new AttendanceRecorded(
              wish.meetingId(),
              wish.personId(),
              now.capacity(),
              now.kind(),
              now.mandateId(),
              now.substituteForId(),
              now.unmandated().isEmpty() ? null : now.unmandated());
    };
  }

  private static Decision<MeetingEvent, MeetingRejection> record(
      RecordPartner wish, Scheduled meeting) {
    if (wish.kind().isPresence() && meeting.terms().on().isAfter(wish.today())) {
      return reject(new StillToCome(meeting.terms().on()));
    }
    if (!wish.fits()) {
      return reject(new PartnerDoesNotFit(wish.partner().organisationId()));
    }
    return meeting.partners().get(wish.partner()) == wish.kind()
        ? accept()
        : accept(
            new PartnerAttendanceRecorded(
                wish.meetingId(),
                wish.partner().organisationId(),
                wish.partner().personId(),
                wish.kind()));
  }

  static Scheduled evolve(Scheduled meeting, AttendanceEvent event) {
    return switch (event) {
      case AttendanceRecorded recorded -> with(meeting, recorded.personId(), attendance(recorded));
      case AttendanceExpected(_, var person, var capacity) ->
          with(meeting, person, Attendance.of(AttendanceKind.EXPECTED, capacity));
      case ApologiesGiven(_, var person) ->
          with(meeting, person, Attendance.of(AttendanceKind.APOLOGIES, Capacity.OBSERVER));
      case AttendanceTakenBack(_, var person) -> {
        var left = new LinkedHashMap<>(meeting.attendance());
        left.remove(person);
        yield meeting.withAttendance(left);
      }
      case PartnerAttendanceRecorded(_, var organisation, var person, var kind) -> {
        var now = new LinkedHashMap<>(meeting.partners());
        now.put(new Partner(organisation, person), kind);
        yield meeting.withPartners(now);
      }
      case PartnerAttendanceTakenBack(_, var organisation, var person) -> {
        var left = new LinkedHashMap<>(meeting.partners());
        left.remove(new Partner(organisation, person));
        yield meeting.withPartners(left);
      }
    };
  }

  /** Whoever was recorded before there were kinds was present, in the capacity of that time. */
  private static Attendance attendance(AttendanceRecorded event) {
    return new Attendance(
        event.kind() == null ? AttendanceKind.PRESENT : event.kind(),
        event.capacity(),
        event.mandateId(),
        event.substituteForId(),
        event.unmandated() == null ? List.of() : event.unmandated());
  }

  private static Scheduled with(Scheduled meeting, PersonId person, Attendance attendance) {
    var now = new LinkedHashMap<>(meeting.attendance());
    now.put(person, attendance);
    return meeting.withAttendance(now);
  }
}
