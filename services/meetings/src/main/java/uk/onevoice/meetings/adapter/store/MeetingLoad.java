package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;

/** What meetings take of people's weeks. */
@ApplicationScoped
public class MeetingLoad {
  private final Diary diary;
  private final Directory directory;

  MeetingLoad(Diary diary, Directory directory) {
    this.diary = diary;
    this.directory = directory;
  }

  /**
   * @param clashes pairs of meetings that overlap
   */
  public record PersonLoad(PersonId personId, List<Week> weeks, List<Clash> clashes) {
    public PersonLoad {
      weeks = List.copyOf(weeks);
      clashes = List.copyOf(clashes);
    }
  }

  /**
   * @param withoutHours how many of them have no known hours
   * @param hours in the others, added up, overlapping or not
   * @param preparationHours what the person has said they prepare for them
   */
  public record Week(
      LocalDate monday, int meetings, int withoutHours, double hours, double preparationHours) {}

  public record Clash(LocalDate on, List<MeetingId> meetingIds) {
    public Clash {
      meetingIds = List.copyOf(meetingIds);
    }
  }

  /**
   * Weeks from the one with this day on. Cancelled meetings take no time.
   *
   * @param person under whichever record of theirs
   */
  public PersonLoad of(PersonId person, LocalDate from, int weeks) {
    LocalDate monday = mondayOf(from);
    var meetings =
        diary.ofPerson(records(person), monday, monday.plusWeeks(weeks)).stream()
            .filter(meeting -> !meeting.cancelled())
            .toList();
    Map<MeetingId, Integer> prepared = prepared(records(person));
    return new PersonLoad(
        standing(person),
        IntStream.range(0, weeks)
            .mapToObj(each -> week(monday.plusWeeks(each), meetings, prepared))
            .toList(),
        clashes(meetings));
  }

  private static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private List<UUID> records(PersonId person) {
    return directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
        .map(uk.onevoice.directory.PersonId::value)
        .toList();
  }

  private PersonId standing(PersonId person) {
    return new PersonId(
        directory.standing(new uk.onevoice.directory.PersonId(person.value())).value());
  }

  /** Minutes, by the meeting, under whichever record they were said. */
  private Map<MeetingId, Integer> prepared(List<UUID> records) {
    var minutes = new HashMap<MeetingId, Integer>();
    diary
        .read(
            "select meeting_id, minutes from diary_preparation where person_id = any (?)",
            row -> Map.entry(new MeetingId(row.getObject(1, UUID.class)), row.getInt(2)),
            (Object) records.toArray(UUID[]::new))
        .forEach(each -> minutes.merge(each.getKey(), each.getValue(), Integer::sum));
    return minutes;
  }

  private static Week week(
      LocalDate monday, List<Diary.Entry> meetings, Map<MeetingId, Integer> prepared) {
    var inWeek =
        meetings.stream().filter(meeting -> mondayOf(meeting.on()).equals(monday)).toList();
    long minutes =
        inWeek.stream()
            .map(Diary.Entry::hours)
            .mapToLong(hours ->
                hours == null ? 0 : Duration.between(hours.start(), hours.end()).toMinutes())
            .sum();
    return new Week(
        monday,
        inWeek.size(),
        (int) inWeek.stream().filter(meeting -> meeting.hours() == null).count(),
        minutes / 60.0,
        inWeek.stream().mapToInt(meeting -> prepared.getOrDefault(meeting.meetingId(), 0)).sum()
            / 60.0);
  }

  private static List<Clash> clashes(List<Diary.Entry> meetings) {
    var clashes = new ArrayList<Clash>();
    for (int i = 0; i < meetings.size(); i++) {
      for (int j = i + 1; j < meetings.size(); j++) {
        if (overlap(meetings.get(i), meetings.get(j))) {
          clashes.add(
              new Clash(
                  meetings.get(i).on(),
                  List.of(meetings.get(i).meetingId(), meetings.get(j).meetingId())));
        }
      }
    }
    return clashes;
  }

  private static boolean overlap(Diary.Entry one, Diary.Entry other) {
    @Nullable Hours first = one.hours();
    @Nullable Hours second = other.hours();
    return first != null
        && second != null
        && one.on().equals(other.on())
        && first.start().isBefore(second.end())
        && second.start().isBefore(first.end());
  }

  /** Who sits by nomination for a place in these weeks, by the id of the record that stands. */
  public List<PersonId> sitting(
      PlaceId place, LocalDate from, int weeks, @Nullable UUID after, int limit) {
    LocalDate monday = mondayOf(from);
    return diary.read(
        """
        select distinct coalesce(alias.into_id, nomination.person_id) person
        from diary_nomination nomination
        join diary_series series using (series_id)
        left join directory_person_alias alias on alias.person_id = nomination.person_id
        where series.place_id = ? and nomination.part = 'NOMINEE' and nomination."start" < ?
          and (nomination."end" is null or nomination."end" > ?)
          and (?::uuid is null or coalesce(alias.into_id, nomination.person_id) > ?)
        order by person limit ?\
        """,
        row -> new PersonId(row.getObject(1, UUID.class)),
        place.value(),
        monday.plusWeeks(weeks),
        monday,
        after,
        after,
        limit);
  }
}
