package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Areas.Found;
import uk.onevoice.web.api.Areas.FoundList;
import uk.onevoice.web.api.Areas.IcsList;
import uk.onevoice.web.api.Areas.IcsSummary;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Grid.Cell;
import uk.onevoice.web.ui.Grid.Column;
import uk.onevoice.web.ui.Words;

/** Finding an organisation or a place by name, code or postcode. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SearchPages {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 100;

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
      boolean refused,
      Form form,
      List<Choice> types,
      List<Choice> areas,
      List<Choice> days,
      @Nullable String sentence,
      @Nullable Grid table,
      @Nullable String first,
      @Nullable String next)
      implements TemplateInstance {}

  @GET
  public Response search(@Context UriInfo uri) {
    Frame frame = reader.frame("Search", Menu.SEARCH);
    Form form = Form.sent(uri.getQueryParameters());
    String asked = form.value("query");
    if (!asked.isEmpty() && (asked.length() < SHORTEST || asked.length() > LONGEST)) {
      form.refuse(
          "query", "Write at least " + SHORTEST + " and at most " + LONGEST + " characters");
    }
    if (asked.isEmpty() || form.refused()) {
      return page(frame, form, null, null, null, null);
    }
    AsOf day = new AsOf(form.value("asOf"));
    String after = form.value("after");
    String what = "query=" + Segment.of(asked) + chosen(form, "type") + chosen(form, "ics");
    FoundList found =
        api.get(
            "/v1/search?limit=50&" + what + day.query("&") + chosen(form, "after"),
            FoundList.class);
    String here = "/search?" + what + day.query("&");
    return page(
        frame,
        form,
        sentence(found.items().size(), found.next() != null, !after.isEmpty(), asked),
        found.items().isEmpty() ? null : table(found.items(), day),
        after.isEmpty() ? null : here,
        found.next() == null ? null : here + "&after=" + Segment.of(found.next()));
  }

  private static String chosen(Form form, String name) {
    return form.value(name).isEmpty() ? "" : "&" + name + "=" + Segment.of(form.value(name));
  }

  private Response page(
      Frame frame,
      Form form,
      @Nullable String sentence,
      @Nullable Grid table,
      @Nullable String first,
      @Nullable String next) {
    List<Choice> areas = new ArrayList<>();
    areas.add(new Choice("", "All ICSs"));
    for (IcsSummary ics : api.get("/v1/ics?limit=200", IcsList.class).items()) {
      areas.add(new Choice(ics.odsCode(), ics.name()));
    }
    return Html.page(
        form.refused() ? form.status() : 200,
        new Search(
            frame,
            form.refused(),
            form,
            TYPES,
            areas,
            AsOf.choices(new AsOf(form.value("asOf")).day(), AsOf.today()),
            sentence,
            table,
            first,
            next));
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

  private static Grid table(List<Found> items, AsOf day) {
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
                    new Cell(found.name(), address(found, day)),
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

  private static String address(Found found, AsOf day) {
    return switch (found.type()) {
      case "PLACE" -> "/places/" + Segment.of(found.id()) + day.query("?");
      case "ICB" -> "/ics/" + Segment.of(found.id()) + day.query("?");
      default -> "/organisations/" + Segment.of(found.id());
    };
  }
}
