package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Organisation;
import uk.onevoice.meetings.domain.Attendance;
import uk.onevoice.meetings.domain.AttendanceKind;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PartnerKind;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.mandate.Unmandated;

/** Who was in a meeting, as it is stored. */
@ApplicationScoped
class AttendanceViews {
  private final Directory directory;
  private final MeetingDesk desk;

  AttendanceViews(Directory directory, MeetingDesk desk) {
    this.directory = directory;
    this.desk = desk;
  }

  record Attended(
      PersonId personId,
      Capacity capacity,
      AttendanceKind kind,
      @Nullable UUID mandateId,
      @Nullable PersonId substituteForId,
      List<Unmandated> unmandated) {}

  /**
   * @param name what the registry calls it, null where it does not know it
   */
  record PartnerAttended(
      OrganisationId organisationId,
      @Nullable String name,
      @Nullable PersonId personId,
      PartnerKind kind) {}

  /** Who was written down under two records was there once. */
  List<Attended> of(Scheduled meeting) {
    var present = new LinkedHashMap<PersonId, Attendance>();
    meeting
        .attendance()
        .forEach((person, attendance) -> present.put(desk.standing(person), attendance));
    return present.entrySet().stream().map(each -> of(each.getKey(), each.getValue())).toList();
  }

  Attended of(PersonId person, Attendance attendance) {
    @Nullable PersonId substituteFor = attendance.substituteForId();
    return new Attended(
        person,
        attendance.capacity(),
        attendance.kind(),
        attendance.mandateId(),
        substituteFor == null ? null : desk.standing(substituteFor),
        attendance.unmandated());
  }

  List<PartnerAttended> partners(Scheduled meeting) {
    return meeting.partners().entrySet().stream()
        .map(each -> {
          @Nullable PersonId person = each.getKey().personId();
          return new PartnerAttended(
              each.getKey().organisationId(),
              name(each.getKey().organisationId()),
              person == null ? null : desk.standing(person),
              each.getValue());
        })
        .toList();
  }

  @Nullable String name(OrganisationId organisation) {
    return directory
        .organisation(new uk.onevoice.directory.OrganisationId(organisation.value()))
        .map(Organisation::name)
        .orElse(null);
  }
}
