package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.RepresentationMatrix;
import uk.onevoice.web.api.RepresentationMatrix.Partner;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Who speaks for general practice at each board and group of a place, and as partners see it. */
@Path("/places/{placeId}/representation")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PlaceRepresentationPages {
  private static final String NO_NAME = "somebody whose name is not for your role";
  private static final String NO_COMPARISON = "none";
  private static final List<Choice> PERIODS =
      List.of(new Choice("quarter", "Last quarter"), new Choice("year", "Last year"));
  private static final List<Integer> MONTHS_BEFORE = List.of(3, 6, 12);

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;

  PlaceRepresentationPages(Reader reader, Api api, Names names, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
  }

  record RepresentationPage(
      Frame frame,
      String placeId,
      String place,
      PlaceRepresentationView view,
      List<Choice> periods,
      String period,
      List<Choice> days,
      String day,
      List<Choice> sinces,
      String since,
      String query,
      boolean partners)
      implements TemplateInstance {}

  record SharedPage(
      Frame frame,
      String placeId,
      String place,
      boolean looking,
      List<Choice> partners,
      String partner,
      String inset,
      String sentence,
      String fresh,
      List<SharedRow> rows,
      String query)
      implements TemplateInstance {}

  /** A board or group that is shared. */
  public record SharedRow(String label, String who, List<String> canAgree, String next) {}

  @GET
  public TemplateInstance matrix(
      @PathParam("placeId") UUID placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("period") @Nullable String period,
      @QueryParam("since") @Nullable String since) {
    reader.me();
    AsOf day = new AsOf(asOf);
    String span = "quarter".equals(period) ? "quarter" : "year";
    String compared =
        since == null || since.isBlank() ? day.day().minusMonths(3).toString() : since;
    boolean comparing = !NO_COMPARISON.equals(compared);
    RepresentationMatrix matrix =
        api.get(
            "/v1/places/"
                + placeId
                + "/matrix?period="
                + span
                + day.query("&")
                + (comparing ? "&since=" + Segment.of(compared) : ""),
            RepresentationMatrix.class);
    if (!matrix.whole()) {
      return shared(placeId, matrix, day, null, List.of());
    }
    return new RepresentationPage(
        frame(placeId, matrix, day),
        placeId.toString(),
        matrix.name(),
        PlaceRepresentationView.of(
            matrix, fresh(matrix, span), person -> people.of(person).orElse(NO_NAME)),
        PERIODS,
        span,
        AsOf.choices(matrix.asOf(), AsOf.today()),
        day.value(matrix.asOf()),
        sinces(matrix.asOf(), matrix.since()),
        matrix.since() == null ? NO_COMPARISON : matrix.since().toString(),
        day.query("?"),
        matrix.partners() != null && !matrix.partners().isEmpty());
  }

  @GET
  @Path("partners")
  public TemplateInstance partners(
      @PathParam("placeId") UUID placeId,
      @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("partner") @Nullable String partner) {
    reader.me();
    AsOf day = new AsOf(asOf);
    String path = "/v1/places/" + placeId + "/matrix";
    RepresentationMatrix matrix = api.get(path + day.query("?"), RepresentationMatrix.class);
    List<Partner> partners = matrix.partners() == null ? List.of() : matrix.partners();
    if (!matrix.whole() || partners.isEmpty()) {
      return shared(
          placeId,
          matrix.whole() ? nothing(matrix) : matrix,
          day,
          matrix.whole() ? "" : null,
          List.of());
    }
    String looked =
        partner == null || partner.isBlank() ? partners.getFirst().organisationId() : partner;
    return shared(
        placeId,
        api.get(
            path + "?as=partner&partner=" + Segment.of(looked) + day.query("&"),
            RepresentationMatrix.class),
        day,
        looked,
        partners);
  }

  @GET
  @Path("table.csv")
  @Produces("text/csv")
  public Response table(
      @PathParam("placeId") UUID placeId, @QueryParam("asOf") @Nullable String asOf) {
    reader.me();
    Api.Fetched table =
        api.fetch("/v1/places/" + placeId + "/matrix.csv" + new AsOf(asOf).query("?"));
    return Response.ok(table.content(), table.type())
        .header(HttpHeaders.CONTENT_DISPOSITION, table.disposition())
        .build();
  }

  @GET
  @Path("paper.pdf")
  @Produces("application/pdf")
  public Response paper(
      @PathParam("placeId") UUID placeId, @QueryParam("asOf") @Nullable String asOf) {
    reader.me();
    return BoardPaper.of(api, "/v1/places/" + placeId, new AsOf(asOf));
  }

  private static RepresentationMatrix nothing(RepresentationMatrix matrix) {
    return new RepresentationMatrix(
        "SHARED",
        matrix.placeId(),
        matrix.name(),
        matrix.icsOdsCode(),
        matrix.asOf(),
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  private Frame frame(UUID placeId, RepresentationMatrix matrix, AsOf day) {
    return reader
        .frame("Who speaks for general practice in " + matrix.name(), Menu.REPRESENTATION)
        .withBreadcrumbs(
            new Link("Places", "/places"),
            new Link(matrix.name(), "/places/" + placeId + day.query("?")));
  }

  private static String fresh(RepresentationMatrix matrix, String span) {
    return "As on "
        + Words.day(matrix.asOf())
        + ", for the "
        + span
        + " before."
        + (matrix.since() == null
            ? ""
            : " Arrows show changes since " + Words.day(matrix.since()) + ".");
  }

  static List<Choice> sinces(LocalDate asOf, @Nullable LocalDate shown) {
    List<LocalDate> days = new ArrayList<>();
    MONTHS_BEFORE.forEach(months -> days.add(asOf.minusMonths(months)));
    if (shown != null && !days.contains(shown)) {
      days.addFirst(shown);
    }
    List<Choice> choices = new ArrayList<>();
    days.forEach(day -> choices.add(new Choice(day.toString(), Words.day(day))));
    choices.add(new Choice(NO_COMPARISON, "No comparison"));
    return choices;
  }

  /**
   * @param looked whose view a leader looks at; null for a reader who is outside themself
   */
  private SharedPage shared(
      UUID placeId,
      RepresentationMatrix matrix,
      AsOf day,
      @Nullable String looked,
      List<Partner> partners) {
    int agree =
        (int)
            matrix.forums().stream()
                .filter(forum -> forum.canAgree() != null && !forum.canAgree().isEmpty())
                .count();
    int there =
        (int)
            matrix.forums().stream()
                .filter(forum -> forum.personIds() != null && !forum.personIds().isEmpty())
                .count();
    String who = looked == null || looked.isEmpty() ? "" : names.of(looked);
    return new SharedPage(
        frame(placeId, matrix, day),
        placeId.toString(),
        matrix.name(),
        looked != null,
        partners.stream()
            .map(partner ->
                new Choice(
                    partner.organisationId(),
                    partner.name() == null ? partner.organisationId() : partner.name()))
            .toList(),
        looked == null ? "" : looked,
        who.isEmpty()
            ? ""
            : "This is exactly what "
                + who
                + " sees. It sees the "
                + Words.count(matrix.forums().size(), "board or group", "boards and groups")
                + " it sits on. It does not see letters, verdicts, gaps, limits or which practice said what, and it cannot tell that they exist.",
        sharedSentence(matrix.forums().size(), there, agree),
        "As on " + Words.day(matrix.asOf()) + ". This view is renewed every Monday at 6am.",
        matrix.forums().stream().map(this::row).toList(),
        day.query("?"));
  }

  static String sharedSentence(int forums, int there, int agree) {
    if (forums == 0) {
      return "No board or group is shared here.";
    }
    String all = forums == 1 ? "the 1 board or group" : "the " + forums + " boards and groups";
    return "At "
        + (there == forums ? all : there + " of " + all)
        + " you share, somebody goes for general practice. At "
        + (agree == 0 ? "none" : "" + agree)
        + " of them they can agree things for practices.";
  }

  private SharedRow row(RepresentationMatrix.Forum forum) {
    List<String> who =
        (forum.personIds() == null ? List.<String>of() : forum.personIds())
            .stream().map(person -> people.of(person).orElse(NO_NAME)).distinct().toList();
    List<String> agree =
        (forum.canAgree() == null ? List.<RepresentationMatrix.CanAgree>of() : forum.canAgree())
            .stream()
                .map(one ->
                    uk.onevoice.web.ui.Topic.words(one.topic(), one.topicLabel())
                        + ": for "
                        + one.granted()
                        + " of "
                        + Words.count(one.practices(), "practice", "practices")
                        + ", until "
                        + Words.day(one.until()))
                .map(Words::sentence)
                .toList();
    return new SharedRow(
        forum.label(),
        who.isEmpty() ? "Nobody" : Words.list(who),
        agree.isEmpty() ? List.of("None. Being there is not agreement.") : agree,
        forum.nextOn() == null ? "None planned" : Words.day(forum.nextOn()));
  }
}
