package uk.onevoice.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Diary.Listed;
import uk.onevoice.web.api.Doings.PartnersThere;
import uk.onevoice.web.api.Doings.Unbriefed;
import uk.onevoice.web.api.Doings.WithoutInfluence;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Topic;
import uk.onevoice.web.ui.Words;

/** Lists of meetings as tables, each with its sentence. */
final class MeetingTables {
  private static final String NOT_KEPT = "An item whose words are no longer kept";

  private MeetingTables() {}

  static Grid listed(List<Listed> meetings, LocalDate today) {
    return new Grid(
        "Meetings",
        List.of(
            new Column("Board or group", false),
            new Column("Day", false),
            new Column("State", false)),
        meetings.stream()
            .map(meeting ->
                List.of(
                    new Cell(meeting.called(), "/meetings/" + meeting.meetingId()),
                    new Cell(Words.weekday(meeting.on()) + Clock.after(meeting.hours())),
                    new Cell(state(meeting, today))))
            .toList());
  }

  private static String state(Listed meeting, LocalDate today) {
    if (meeting.cancelled()) {
      return "Cancelled";
    }
    return meeting.on().isAfter(today) ? "To come" : meeting.on().equals(today) ? "Today" : "Past";
  }

  static String all(int count, boolean later, boolean more) {
    if (count == 0 && !later) {
      return "No meeting is entered yet.";
    }
    return (later || more
            ? Words.count(count, "meeting", "meetings") + " on this page"
            : "All " + Words.count(count, "meeting", "meetings"))
        + ", the latest first.";
  }

  static String toCome(List<Listed> all, LocalDate today) {
    long held = all.stream().filter(meeting -> !meeting.cancelled()).count();
    long week =
        all.stream()
            .filter(meeting -> !meeting.cancelled() && meeting.on().isBefore(today.plusDays(7)))
            .count();
    return held == 0
        ? "No meeting is to come."
        : Words.sentence(Words.count(held, "meeting is", "meetings are"))
            + " to come, "
            + week
            + " of them in the next 7 days.";
  }

  static String notWritten(int count, LocalDate since) {
    return count == 0
        ? "Every meeting since " + Words.day(since) + " has a record."
        : "What happened at "
            + Words.count(count, "meeting", "meetings")
            + " since "
            + Words.day(since)
            + " is not written down. It takes under a minute.";
  }

  static String unbriefedSentence(int count, boolean more) {
    if (count == 0 && !more) {
      return "In the last year nobody went in without a brief.";
    }
    return Words.sentence(Words.count(count, "time", "times"))
        + (more ? " on this page" : " in the last year")
        + " somebody was there for general practice without having read a brief before.";
  }

  static Grid unbriefed(List<Unbriefed> all, UnaryOperator<String> people) {
    return new Grid(
        "Who was there without a brief",
        List.of(new Column("Meeting", false), new Column("Who", false), new Column("Why", false)),
        all.stream()
            .map(each ->
                List.of(
                    new Cell(
                        each.forum() + ", " + Words.day(each.on()),
                        "/meetings/" + each.meetingId()),
                    new Cell(people.apply(each.personId())),
                    new Cell(
                        switch (each.why()) {
                          case "NO_BRIEF" -> "No brief was issued before the meeting";
                          case "NOT_ACKNOWLEDGED" -> "They did not say that they had read it";
                          default -> "They read it when the meeting had begun";
                        })))
            .toList());
  }

  static String withoutInfluenceSentence(int count, boolean more) {
    if (count == 0 && !more) {
      return "No item is known at which general practice sat without influence. What nobody has assessed is not counted.";
    }
    return "At "
        + Words.count(count, "item", "items")
        + (more ? " on this page" : "")
        + " general practice was there without influence that counts.";
  }

  static Grid withoutInfluence(List<WithoutInfluence> all) {
    boolean relationships = all.stream().anyMatch(each -> each.partners() != null);
    var columns =
        new ArrayList<>(
            List.of(
                new Column("Item", false),
                new Column("Meeting", false),
                new Column("How far we got", false),
                new Column("Why it does not count", false)));
    if (relationships) {
      columns.add(new Column("Partners there", false));
    }
    return new Grid(
        "Items without influence",
        columns,
        all.stream()
            .map(each -> {
              var cells = new ArrayList<>(withoutInfluence(each));
              if (relationships) {
                cells.add(new Cell(partners(each.partners())));
              }
              return List.copyOf(cells);
            })
            .toList());
  }

  private static List<Cell> withoutInfluence(WithoutInfluence each) {
    return List.of(
        new Cell(
            (each.title() == null ? NOT_KEPT : each.title())
                + " ("
                + Topic.words(each.topic())
                + ")",
            "/meetings/" + each.meetingId()),
        new Cell(each.forum() + ", " + Words.day(each.on())),
        new Cell(reach(each.reach()) + mark(each.mark()) + agreed(each.agreedForGeneralPractice())),
        new Cell(
            switch (each.why()) {
              case "NONE" -> "It would have come out the same";
              case "ADVERSE" -> "It went against us";
              case "UNCONFIRMED" -> "Said to be changed; nobody else has confirmed it";
              default -> "Said to be changed; somebody disputes it";
            }));
  }

  /** What the item stood on beside the meeting: whom of the others there we knew at all. */
  private static String partners(@Nullable PartnersThere there) {
    if (there == null) {
      return "";
    }
    if (there.attended() == 0) {
      return "No partner is written down as having been there";
    }
    List<String> without =
        there.withoutRelationship().stream()
            .map(one -> one.name() == null ? one.organisationId() : one.name())
            .toList();
    return switch (without.size()) {
      case 0 ->
          there.attended() == 1
              ? "We had a relationship with the one that was there"
              : "We had a relationship with each of the " + Words.number(there.attended());
      case 1 -> without.getFirst() + " was there; we had no relationship with it";
      default -> Words.list(without) + " were there; we had no relationship with them";
    };
  }

  private static String reach(@Nullable String reach) {
    return switch (reach) {
      case "NOT_THERE" -> "Not there";
      case "PRESENT" -> "Present";
      case "SPOKE" -> "Spoke";
      case "POSITION_PUT" -> "Put a position";
      case null, default -> "Nobody has said";
    };
  }

  /** What binds nobody is nowhere shown without saying so. */
  private static String agreed(@Nullable String standing) {
    return switch (standing) {
      case "COVERED", "RATIFIED" -> ", agreed for general practice";
      case "PROVISIONAL" -> ", agreed provisionally, which binds nobody";
      case null, default -> "";
    };
  }

  private static String mark(@Nullable String mark) {
    return switch (mark) {
      case "NOT_CONSULTED" -> ", not consulted";
      case "NOT_AGREED" -> ", did not agree";
      case null, default -> "";
    };
  }
}
