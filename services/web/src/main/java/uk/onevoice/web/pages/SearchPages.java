package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Found;
import uk.onevoice.web.api.Areas.FoundList;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** Finding an organisation or a place by name, code or postcode. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPages {
  private static final List<Choice> TYPES =
      List.of(
          new Choice("", "Everything"),
          new Choice("PRACTICE", "GP practices"),
          new Choice("PCN", "PCNs"),
          new Choice("SUB_ICB", "Sub-ICB locations"),
          new Choice("ICB", "ICBs"),
          new Choice("TRUST", "Trusts"),
          new Choice("COUNCIL", "Councils"),
          new Choice("FEDERATION", "Federations"),
          new Choice("LMC", "LMCs"),
          new Choice("PLACE", "Places"));

  private final Reader reader;
  private final Api api;

  SearchPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record Search(
      Frame frame,
      String query,
      List<Choice> types,
      String type,
      @Nullable String sentence,
      @Nullable Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public TemplateInstance search(
      @QueryParam("query") @DefaultValue("") String query,
      @QueryParam("type") @DefaultValue("") String type,
      @QueryParam("after") @Nullable String after) {
    Frame frame = reader.frame("Search", Menu.SEARCH);
    String asked = query.strip();
    if (asked.isEmpty()) {
      return new Search(frame, "", TYPES, type, null, null, null, null);
    }
    String what =
        "query=" + Segment.of(asked) + (type.isEmpty() ? "" : "&type=" + Segment.of(type));
    FoundList found =
        api.get(
            "/v1/search?limit=50&" + what + (after == null ? "" : "&after=" + Segment.of(after)),
            FoundList.class);
    return new Search(
        frame,
        asked,
        TYPES,
        type,
        sentence(found.items().size(), found.next() != null, after != null, asked),
        found.items().isEmpty() ? null : table(found.items()),
        after == null ? null : "/search?" + what,
        found.next() == null ? null : "/search?" + what + "&after=" + Segment.of(found.next()));
  }

  static String sentence(int count, boolean more, boolean later, String query) {
    if (count == 0) {
      return later
          ? "There are no more."
          : "Nothing is found for “"
              + query
              + "”. Try part of a name, a code such as K81001, or the start of a postcode.";
    }
    String found = Words.count(count, "result", "results");
    return (later ? "The next " : more ? "The first " : "")
        + found
        + " for “"
        + query
        + "”"
        + (more ? "; more follow." : ".");
  }

  private static Grid table(List<Found> items) {
    return new Grid(
        "Results",
        List.of(
            new Column("Name", false),
            new Column("What", false),
            new Column("Code", false),
            new Column("Postcode", false),
            new Column("ICS", false)),
        items.stream()
            .map(found ->
                List.of(
                    new Cell(found.name(), address(found)),
                    new Cell(
                        Vocabulary.organisationKind(found.type())
                            + (found.open() ? "" : ", closed")),
                    new Cell(found.odsCode() == null ? "none" : found.odsCode()),
                    new Cell(found.postcode() == null ? "none" : found.postcode()),
                    new Cell(
                        found.ics().isEmpty()
                            ? "none"
                            : found.ics().stream()
                                .map(ics -> ics.name() == null ? ics.odsCode() : ics.name())
                                .collect(Collectors.joining(", ")))))
            .toList());
  }

  private static String address(Found found) {
    return switch (found.type()) {
      case "PLACE" -> "/places/" + Segment.of(found.id());
      case "ICB" -> "/ics/" + Segment.of(found.id());
      default -> "/organisations/" + Segment.of(found.id());
    };
  }
}
