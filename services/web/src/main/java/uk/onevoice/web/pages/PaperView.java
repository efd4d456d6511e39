package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.onevoice.web.api.Diary.Interest;
import uk.onevoice.web.api.Diary.Invited;
import uk.onevoice.web.api.Diary.Paper;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Words;

/** The papers of a meeting, whom it invited for which items, and interests in these. */
final class PaperView {
  private static final long KILO = 1024;
  private static final String ERASED = "A file whose name is no longer kept";

  private PaperView() {}

  /** The files for one item, or for the whole meeting. */
  record Part(String title, List<Line> papers) {}

  /** A file; {@code there} says whether it can be fetched. */
  record Line(String paperId, String name, String about, boolean there, boolean mayWithdraw) {}

  /** An organisation that sees named items. */
  record Guest(String invitationId, String name, String items) {}

  /**
   * @param items the items in the order of the agenda, without which nothing has to be shown
   */
  static List<Part> parts(List<Paper> papers, List<Choice> items) {
    List<Part> parts = new ArrayList<>();
    List<Line> whole = lines(papers.stream().filter(each -> each.itemId() == null).toList());
    if (!whole.isEmpty()) {
      parts.add(new Part("For the whole meeting", whole));
    }
    for (Choice item : items) {
      List<Line> lines =
          lines(papers.stream().filter(each -> item.value().equals(each.itemId())).toList());
      if (!lines.isEmpty()) {
        parts.add(new Part(item.text(), lines));
      }
    }
    return parts;
  }

  private static List<Line> lines(List<Paper> papers) {
    return papers.stream()
        .map(paper ->
            new Line(
                paper.paperId(),
                paper.fileName() == null ? ERASED : paper.fileName(),
                about(paper),
                paper.there() && !paper.withdrawn(),
                !paper.withdrawn()))
        .toList();
  }

  private static String about(Paper paper) {
    if (paper.withdrawn()) {
      return "Taken back; its content is erased.";
    }
    return Words.sentence(kind(paper.mediaType()))
        + ", "
        + size(paper.bytes())
        + (paper.forGuests()
            ? ". Organisations that are invited for the item can read it."
            : ". Only general practice of the place can read it.");
  }

  static String kind(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> "PDF";
      case "text/plain" -> "plain text";
      case "image/png", "image/jpeg" -> "picture";
      default -> {
        if (mediaType.contains("word") || mediaType.endsWith("opendocument.text")) {
          yield "document";
        }
        if (mediaType.contains("sheet") || mediaType.contains("excel")) {
          yield "spreadsheet";
        }
        yield mediaType.contains("presentation") || mediaType.contains("powerpoint")
            ? "slides"
            : "file";
      }
    };
  }

  static String size(long bytes) {
    if (bytes < KILO) {
      return Words.count(bytes, "byte", "bytes");
    }
    return bytes < KILO * KILO
        ? Words.number(Math.round((double) bytes / KILO)) + " KB"
        : String.format(Locale.UK, "%.1f MB", (double) bytes / (KILO * KILO));
  }

  static String sentence(List<Paper> papers) {
    long there = papers.stream().filter(each -> each.there() && !each.withdrawn()).count();
    if (there == 0) {
      return "No paper is here yet.";
    }
    long guests =
        papers.stream()
            .filter(each -> each.there() && !each.withdrawn() && each.forGuests())
            .count();
    return Words.sentence(Words.count(there, "paper", "papers"))
        + (guests == 0
            ? ", for general practice of the place only."
            : guests == there
                ? ", all of them for invited organisations too."
                : ", " + guests + " of them for invited organisations too.");
  }

  static List<Guest> guests(
      List<Invited> invited, Map<String, String> items, UnaryOperator<String> names) {
    return invited.stream()
        .filter(each -> !each.withdrawn())
        .map(each ->
            new Guest(
                each.invitationId(),
                each.organisationName() == null
                    ? names.apply(each.organisationId())
                    : each.organisationName(),
                "For "
                    + Words.list(
                        each.itemIds().stream()
                            .map(id -> "“" + items.getOrDefault(id, "an item") + "”")
                            .toList())
                    + "."))
        .toList();
  }

  static List<String> interests(
      List<Interest> interests,
      Map<String, String> items,
      UnaryOperator<String> people,
      UnaryOperator<String> names) {
    return interests.stream()
        .map(each ->
            people.apply(each.personId())
                + " has declared a "
                + each.kind().toLowerCase(Locale.UK)
                + " interest in "
                + names.apply(each.organisationId())
                + ", which is invited for “"
                + items.getOrDefault(each.itemId(), "an item")
                + "”.")
        .map(text -> text.replace("a indirect", "an indirect"))
        .toList();
  }
}
