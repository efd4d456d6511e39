package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.RepresentationMatrix;
import uk.onevoice.web.api.RepresentationMatrix.Base;
import uk.onevoice.web.api.RepresentationMatrix.Body;
import uk.onevoice.web.api.RepresentationMatrix.Cell;
import uk.onevoice.web.api.RepresentationMatrix.Forum;
import uk.onevoice.web.api.RepresentationMatrix.Gap;
import uk.onevoice.web.api.RepresentationMatrix.Holder;
import uk.onevoice.web.ui.Words;

/** The representation matrix of a place or an ICS, in the words of its page. */
public record PlaceRepresentationView(
    String sentence,
    boolean nobody,
    List<Number> numbers,
    String fresh,
    List<Level> levels,
    String outcomes,
    String gapSentence,
    List<GapRow> gaps,
    List<BaseRow> bases,
    List<WithoutUs> withoutUs) {

  /** One of the four counts: a number, what it counts, and what it is made of. */
  public record Number(String number, String words, String strong, String rest) {}

  public record Level(String name, List<Row> rows) {}

  /**
   * @param id of what the verdict is based on, further down the page
   * @param href the figures of this board or group; empty where it has none
   */
  public record Row(
      String label,
      String href,
      Mark whole,
      String id,
      String verdict,
      List<Mark> parts,
      String next,
      String who) {}

  /**
   * A cell: a letter, the same in words, and what it was.
   *
   * @param style the end of its class
   * @param href of what is behind it
   */
  public record Mark(
      String column,
      String letter,
      String style,
      String words,
      @Nullable String arrow,
      String was,
      String href) {}

  /**
   * @param evidence the address of what is behind it
   */
  public record GapRow(String label, String words, String evidence, String action, String href) {}

  /**
   * @param bodies each PCN, practice or other body for itself, for who wants to see them
   */
  public record BaseRow(String id, String label, String words, List<BodyRow> bodies) {}

  /** How far one body gets at a board or group. */
  public record BodyRow(String name, String href, Mark mark, String words) {}

  /** A board or group where nobody speaks for general practice. */
  public record WithoutUs(String words) {}

  private static final Map<String, String> LEVELS =
      Map.of(
          "ICB_BOARD", "ICB board",
          "ICB_COMMITTEE", "Committees of the ICB",
          "PLACE_BOARD", "This place",
          "NEIGHBOURHOOD", "Neighbourhoods",
          "PROVIDER_GROUP", "Groups of providers",
          "OTHER", "Other groups");
  private static final Map<String, String> ACTIONS =
      Map.of(
          "FILL_SEAT", "Fill the seat",
          "SEEK_SEAT", "Ask for a seat",
          "SEEK_MANDATE", "Seek a mandate",
          "STOP_ATTENDING", "Stop attending",
          "BRIEF_HOLDER", "Brief who goes",
          "RECORD_MEETING", "Record what happened");
  private static final int NAMED = 2;

  static PlaceRepresentationView of(
      RepresentationMatrix matrix, String fresh, CellAddress cells, UnaryOperator<String> people) {
    List<Forum> forums = matrix.forums();
    long changed = count(forums, "CHANGED");
    long mandated = count(forums, "MANDATED", "POSITION");
    long sitting = count(forums, "ATTENDED");
    List<Gap> gaps = matrix.gaps() == null ? List.of() : matrix.gaps();
    return new PlaceRepresentationView(
        sentence(matrix.name(), forums.size(), changed, mandated, sitting),
        changed + mandated + sitting == 0,
        List.of(
            new Number("" + changed, "where we ", "changed an outcome", ""),
            new Number(
                "" + mandated,
                "where we bring a mandate or a position, but ",
                "nothing changed yet",
                ""),
            new Number("" + sitting, "where we ", "only sit in the room", ""),
            new Number(
                "" + count(forums, "VACANT", "NO_SEAT", "NOT_RECORDED"),
                "with ",
                "nobody or no record",
                nobody(forums))),
        fresh,
        levels(forums, matrix.placeId(), cells, people),
        outcomes(forums),
        gapSentence(gaps.size()),
        gaps.stream().map(gap -> gap(gap, matrix, cells)).toList(),
        bases(forums, cells),
        forums.stream()
            .filter(forum -> count(List.of(forum), "VACANT", "NO_SEAT") > 0)
            .map(forum ->
                new WithoutUs(
                    forum.label()
                        + (forum.next() == null
                            ? ""
                            : ", next on " + Words.day(forum.next().on()))))
            .toList());
  }

  private static long count(List<Forum> forums, String... steps) {
    List<String> wanted = List.of(steps);
    return forums.stream().filter(forum -> wanted.contains(whole(forum).cell())).count();
  }

  private static Cell whole(Forum forum) {
    return Objects.requireNonNull(forum.cells()).getFirst();
  }

  static String sentence(String place, int forums, long changed, long mandated, long sitting) {
    String all =
        forums == 1
            ? "the 1 board or group that decides"
            : "the " + forums + " boards and groups that decide";
    if (forums == 0) {
      return "No board or group that decides about " + place + " is in the list yet.";
    }
    if (changed + mandated + sitting == 0) {
      return "Nobody speaks for general practice in "
          + place
          + " at any of "
          + all
          + " about it yet.";
    }
    long without = forums - changed - mandated;
    return (changed == 0
            ? "General practice changed no outcome yet at " + all
            : "General practice changed an outcome at " + changed + " of " + all)
        + " about "
        + place
        + "."
        + (without == 0
            ? ""
            : " At " + without + " of them we sit without effect, or nobody speaks for us.");
  }

  private static String nobody(List<Forum> forums) {
    List<String> made = new ArrayList<>();
    add(made, count(forums, "VACANT"), "empty seat", "empty seats");
    add(made, count(forums, "NO_SEAT"), "without a seat", "without a seat");
    add(made, count(forums, "NOT_RECORDED"), "not recorded", "not recorded");
    return made.isEmpty() ? "" : ": " + String.join(", ", made);
  }

  private static void add(List<String> made, long number, String one, String many) {
    if (number > 0) {
      made.add(Words.count(number, one, many));
    }
  }

  private static List<Level> levels(
      List<Forum> forums, @Nullable String place, CellAddress cells, UnaryOperator<String> people) {
    Map<String, List<Row>> levels = new LinkedHashMap<>();
    for (int i = 0; i < forums.size(); i++) {
      Forum forum = forums.get(i);
      levels
          .computeIfAbsent(
              LEVELS.getOrDefault(forum.level(), "Other groups"), _ -> new ArrayList<>())
          .add(row(forum, place, "evidence-" + (i + 1), cells, people));
    }
    return levels.entrySet().stream()
        .map(level -> new Level(level.getKey(), level.getValue()))
        .toList();
  }

  private static Row row(
      Forum forum,
      @Nullable String place,
      String id,
      CellAddress addresses,
      UnaryOperator<String> people) {
    List<Cell> cells = Objects.requireNonNull(forum.cells());
    return new Row(
        forum.label(),
        place == null || forum.forumId() == null
            ? ""
            : "/places/" + place + "/representation/forums/" + forum.forumId(),
        Ladder.mark(cells.getFirst(), addresses.of(forum.forum(), cells.getFirst().column(), null)),
        id,
        forum.verdict() == null ? "" : forum.verdict(),
        cells.stream()
            .skip(1)
            .map(cell -> Ladder.mark(cell, addresses.of(forum.forum(), cell.column(), null)))
            .toList(),
        forum.next() == null ? "None planned" : Words.day(forum.next().on()),
        who(forum, people));
  }

  private static String who(Forum forum, UnaryOperator<String> people) {
    List<Holder> holders = forum.holders() == null ? List.of() : forum.holders();
    if (holders.isEmpty()) {
      return forum.seats() == null || forum.seats().isEmpty() ? "No seat" : "Nobody";
    }
    if (holders.size() > NAMED) {
      return holders.size() + " people";
    }
    return Words.list(
        holders.stream()
            .map(holder ->
                people.apply(holder.personId())
                    + (holder.capacity() == null
                        ? ""
                        : " (" + holder.capacity().toLowerCase(java.util.Locale.UK) + ")"))
            .toList());
  }

  /** Over all rows only counts: no figure stands for a place. */
  private static String outcomes(List<Forum> forums) {
    int changed = 0;
    int assessed = 0;
    int aligned = 0;
    int items = 0;
    for (Forum forum : forums) {
      Base base = Objects.requireNonNull(forum.base());
      changed += base.changed();
      assessed += base.assessed();
      aligned += base.aligned();
      items += base.items();
    }
    if (items == 0) {
      return "No outcome with us in the room is written down in this time.";
    }
    int open = items - assessed - aligned;
    return changed
        + " of "
        + Words.count(assessed, "assessed outcome", "assessed outcomes")
        + " changed, as a second person confirmed. "
        + (aligned == 0 ? "" : aligned + " more were agreed beforehand. ")
        + (open == 0
            ? "All outcomes are assessed."
            : Words.count(open, "outcome is", "outcomes are") + " not assessed yet.");
  }

  private static String gapSentence(int gaps) {
    return switch (gaps) {
      case 0 -> "No gap is known.";
      case 1 -> "1 gap, with one thing to do.";
      default -> gaps + " gaps, the one with most weight first, each with one thing to do.";
    };
  }

  private static GapRow gap(Gap gap, RepresentationMatrix matrix, CellAddress cells) {
    return new GapRow(
        gap.label(),
        gap.words(),
        cells.of(gap.forum(), gap.column() == null ? "WHOLE" : gap.column(), null),
        ACTIONS.getOrDefault(gap.action(), gap.action()),
        href(gap, matrix));
  }

  private static String href(Gap gap, RepresentationMatrix matrix) {
    @Nullable String place = matrix.placeId();
    String elsewhere = place == null ? "/forums/of/" + matrix.icsOdsCode() : "/diary/" + place;
    return switch (gap.action()) {
      case "FILL_SEAT" -> gap.seriesId() == null ? elsewhere : "/series/" + gap.seriesId();
      case "SEEK_SEAT" ->
          gap.seriesId() != null
              ? "/series/" + gap.seriesId()
              : place == null ? elsewhere : "/series/new/" + place;
      case "SEEK_MANDATE" ->
          place == null
              ? "/ics/" + matrix.icsOdsCode() + "/representation#places"
              : "/drafts/new/" + place;
      case "STOP_ATTENDING" ->
          gap.seriesId() == null ? elsewhere : "/series/" + gap.seriesId() + "/stopping";
      case "RECORD_MEETING" ->
          gap.meetingId() == null ? elsewhere : "/meetings/" + gap.meetingId() + "/during";
      case "BRIEF_HOLDER" ->
          matrix.forums().stream()
              .filter(forum -> forum.label().equals(gap.label()) && forum.next() != null)
              .findFirst()
              .map(forum ->
                  "/meetings/" + Objects.requireNonNull(forum.next()).meetingId() + "/before")
              .orElse(elsewhere);
      default -> elsewhere;
    };
  }

  private static List<BaseRow> bases(List<Forum> forums, CellAddress cells) {
    List<BaseRow> rows = new ArrayList<>();
    for (int i = 0; i < forums.size(); i++) {
      Forum forum = forums.get(i);
      rows.add(
          new BaseRow(
              "evidence-" + (i + 1),
              forum.label(),
              base(Objects.requireNonNull(forum.base())),
              bodies(forum, cells)));
    }
    return rows;
  }

  private static List<BodyRow> bodies(Forum forum, CellAddress cells) {
    List<Body> bodies = forum.bodies() == null ? List.of() : forum.bodies();
    return bodies.stream()
        .map(body ->
            new BodyRow(
                body.name() == null ? body.bodyId() : body.name(),
                "/organisations/" + body.bodyId(),
                Ladder.mark(
                    new Cell(body.column(), body.cell(), null, null),
                    cells.of(forum.forum(), body.column(), body.bodyId())),
                (body.seats() == 0
                        ? "no seat of its own"
                        : Words.count(body.seats(), "seat", "seats"))
                    + ", at "
                    + Words.count(body.attended(), "meeting", "meetings")))
        .toList();
  }

  static String base(Base base) {
    if (base.meetings() == 0) {
      return "No meeting in this time";
    }
    StringBuilder words = new StringBuilder(Words.count(base.meetings(), "meeting", "meetings"));
    if (base.lastMeeting() != null) {
      words.append(", last ").append(Words.day(base.lastMeeting()));
    }
    words.append(". We were at ").append(base.attended()).append('.');
    if (base.unrecorded() > 0) {
      words.append(' ').append(base.unrecorded()).append(" without a record.");
    }
    if (base.decided() > 0) {
      words
          .append(' ')
          .append(Words.count(base.decided(), "item", "items"))
          .append(" decided, ")
          .append(base.items())
          .append(" with us there; ")
          .append(base.assessed() + base.aligned())
          .append(" assessed, ")
          .append(base.changed())
          .append(" changed.");
    }
    return words.toString();
  }
}
