package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Registry.Import;
import uk.onevoice.web.api.Registry.Source;
import uk.onevoice.web.ui.Words;

/** An import in the words of its page. */
public record ImportView(
    String importId,
    String sentence,
    String stateWords,
    String stateColour,
    List<SourceRow> sources,
    List<CountRow> counts,
    boolean mayAccept,
    boolean mayUndo,
    boolean working,
    int percent,
    String uploaded,
    @Nullable String failure) {

  /** A table in the file and the release it is of. */
  public record SourceRow(String name, String release) {}

  /** How many of what. */
  public record CountRow(String name, String count) {}

  static ImportView of(Import upload) {
    boolean working = upload.state().equals("ACCEPTING") || upload.state().equals("UNDOING");
    int of = upload.progress().of();
    return new ImportView(
        upload.importId(),
        sentence(upload),
        stateWords(upload.state()),
        stateColour(upload.state()),
        upload.sources().stream()
            .map(source ->
                new SourceRow(
                    Words.sentence(sourceName(source.kind())), Words.day(source.release())))
            .toList(),
        counts(upload.counts()),
        upload.state().equals("PREVIEWED") || upload.state().equals("FAILED"),
        upload.state().equals("ACCEPTED"),
        working,
        of == 0 ? 0 : (int) (100L * upload.progress().done() / of),
        Words.time(upload.uploadedAt()),
        upload.failure());
  }

  /** What the reader has before them, and what can be done. */
  static String sentence(Import upload) {
    String file =
        Words.sentence(
            Words.list(
                upload.sources().stream()
                    .map(Source::kind)
                    .map(ImportView::sourceName)
                    .distinct()
                    .toList()));
    int refused = upload.counts().getOrDefault("refused", 0);
    int changes = changes(upload.counts());
    return switch (upload.state()) {
      case "PREVIEWED" ->
          file
              + ". "
              + (changes == 0
                  ? "It holds nothing new."
                  : "Accepting it writes " + Words.count(changes, "change", "changes") + ".")
              + (refused == 0
                  ? " No row is refused."
                  : " " + Words.sentence(Words.count(refused, "row is", "rows are")) + " refused.")
              + " Nothing has been changed yet.";
      case "ACCEPTING" ->
          file
              + ": "
              + Words.number(upload.progress().done())
              + " of "
              + Words.number(upload.progress().of())
              + " steps are written.";
      case "ACCEPTED" ->
          file
              + " is in. "
              + Words.sentence(Words.count(changes, "change was", "changes were"))
              + " written.";
      case "UNDOING" ->
          file
              + " is being taken back: "
              + Words.number(upload.progress().done())
              + " of "
              + Words.number(upload.progress().of())
              + " steps.";
      case "UNDONE" ->
          file
              + " was taken back. What it had changed is as it was before; the history keeps both.";
      case "FAILED" ->
          file + " stopped half way. What is written stays; accepting it again goes on from there.";
      default -> file + ".";
    };
  }

  private static int changes(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .filter(count -> Character.isUpperCase(count.getKey().charAt(0)))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  private static List<CountRow> counts(Map<String, Integer> counts) {
    List<CountRow> rows = new ArrayList<>();
    if (counts.containsKey("rows")) {
      rows.add(new CountRow("Rows read", Words.number(counts.get("rows"))));
    }
    rows.add(new CountRow("Rows refused", Words.number(counts.getOrDefault("refused", 0))));
    new TreeMap<>(counts)
        .forEach((name, count) -> {
          // Rows by kind are counted too; the lists below show them.
          if (!List.of("rows", "refused", "register", "change", "close").contains(name)) {
            rows.add(new CountRow(countName(name), Words.number(count)));
          }
        });
    return rows;
  }

  private static String countName(String name) {
    return switch (name) {
      case "OrganisationRegistered" -> "Organisations new here";
      case "OdsRecordAccepted" -> "National records changed";
      case "OrganisationRenamed" -> "Organisations renamed";
      case "OrganisationClosed" -> "Organisations closed";
      case "OrganisationReopened" -> "Organisations open again";
      case "OrganisationSucceeded" -> "Organisations followed by another";
      case "PracticeListed" -> "Practices that join the list";
      case "PracticeDelisted" -> "Practices that leave the list";
      case "AffiliationStarted" -> "Memberships that start";
      case "AffiliationEnded" -> "Memberships that end";
      case "AffiliationCorrected" -> "Memberships corrected";
      case "ListSizePublished" -> "List sizes";
      case "ListSizesPublished" -> "Months of list sizes";
      case "notGeneralPractice" -> "Rows left out: not general practice";
      case "noCommissioner" -> "Rows without a commissioner";
      case "commissionedInWales" -> "Rows left out: commissioned in Wales";
      case "noIcb" -> "Rows without an ICB";
      case "unallocated" -> "Rows without a PCN";
      case "notAPracticeTotal" -> "Rows left out: not the total of a practice";
      default ->
          Words.sentence(
              name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.UK));
    };
  }

  static String sourceName(String kind) {
    return switch (kind) {
      case "EPRACCUR" -> "practices and other prescribers (epraccur)";
      case "ECCG" -> "sub-ICB locations (eccg)";
      case "ETR" -> "NHS trusts (etr)";
      case "EPCN" -> "PCNs (epcn)";
      case "EPCN_CORE_PARTNERS" -> "practices of PCNs (epcncorepartnerdetails)";
      case "PRACTICE_MAP" -> "patients registered at a GP practice, mapping";
      case "LIST_SIZES" -> "list sizes of practices";
      case "ICB_SUCCESSION" -> "successions of ICBs";
      case "COUNCILS" -> "councils";
      default -> kind;
    };
  }

  static String stateWords(String state) {
    return switch (state) {
      case "PREVIEWED" -> "To be looked at";
      case "ACCEPTING" -> "Being written";
      case "ACCEPTED" -> "In";
      case "UNDOING" -> "Being taken back";
      case "UNDONE" -> "Taken back";
      case "FAILED" -> "Stopped";
      default -> state;
    };
  }

  static String stateColour(String state) {
    return switch (state) {
      case "PREVIEWED" -> "yellow";
      case "ACCEPTED" -> "green";
      case "FAILED" -> "red";
      case "UNDONE" -> "grey";
      default -> "blue";
    };
  }
}
