package uk.onevoice.web.pages;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Diary.Clash;
import uk.onevoice.web.api.Diary.Nomination;
import uk.onevoice.web.api.Diary.Series;
import uk.onevoice.web.api.Doings.Brief;
import uk.onevoice.web.api.Doings.Held;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/**
 * Meetings of one person that overlap, and who could go instead: only somebody who is named to
 * stand in and has read the brief.
 */
@RequestScoped
class Clashes {
  private final DiaryViews diary;
  private final PeopleNames people;

  Clashes(DiaryViews diary, PeopleNames people) {
    this.diary = diary;
    this.people = people;
  }

  /** Two meetings at the same time. */
  record Shown(String day, List<Link> meetings, List<String> instead) {}

  List<Shown> of(List<Clash> clashes, LocalDate from, int most) {
    return clashes.stream()
        .filter(clash -> !clash.on().isBefore(from))
        .limit(most)
        .map(this::shown)
        .toList();
  }

  private Shown shown(Clash clash) {
    List<Held> meetings =
        clash.meetingIds().stream().flatMap(id -> diary.held(id).stream()).toList();
    return new Shown(
        Words.weekday(clash.on()),
        meetings.stream()
            .map(meeting ->
                new Link(
                    meeting.called() + Clock.after(meeting.hours()),
                    "/meetings/" + meeting.meetingId()))
            .toList(),
        meetings.stream().flatMap(this::instead).toList());
  }

  private Stream<String> instead(Held meeting) {
    @Nullable String seriesId = meeting.seriesId();
    if (seriesId == null) {
      return Stream.of();
    }
    Optional<Series> whole = diary.one(seriesId);
    Optional<Brief> brief = diary.brief(meeting.meetingId());
    if (whole.isEmpty() || brief.isEmpty()) {
      return Stream.of();
    }
    return whole.get().seats().stream()
        .flatMap(seat -> seat.nominations().stream())
        .filter(each -> each.substitute() && each.holds(meeting.on()))
        .map(Nomination::personId)
        .distinct()
        .filter(brief.get()::readBy)
        .map(person -> people.of(person).orElse(null))
        .filter(Objects::nonNull)
        .map(name -> name + " has read the brief for " + meeting.called() + " and can stand in.");
  }
}
