package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.MatrixEvidence;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.PeopleNames;
import uk.onevoice.web.api.RepresentationMatrix;
import uk.onevoice.web.api.RepresentationMatrix.Partner;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.PlaceRepresentationPages.CellPage;
import uk.onevoice.web.pages.PlaceRepresentationPages.RepresentationPage;
import uk.onevoice.web.pages.PlaceRepresentationPages.SharedPage;
import uk.onevoice.web.pages.PlaceRepresentationPages.SharedRow;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** Reads the representation matrix of a place or an ICS, for its two pages and its table. */
@ApplicationScoped
class MatrixReading {
  private static final String NO_NAME = "somebody whose name is not for your role";
  private static final String NO_COMPARISON = "none";
  private static final List<Choice> PERIODS =
      List.of(new Choice("quarter", "Last quarter"), new Choice("year", "Last year"));
  private static final List<Integer> MONTHS_BEFORE = List.of(3, 6, 12);

  private final Reader reader;
  private final Api api;
  private final Names names;
  private final PeopleNames people;

  MatrixReading(Reader reader, Api api, Names names, PeopleNames people) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.people = people;
  }

  /**
   * Whose matrix it is, and where its pages are.
   *
   * @param api its address in the API
   * @param page the address of its page; that of what partners see ends with /partners, and that of
   *     the table with /table.csv
   * @param area the page of the place or ICS
   * @param rest words for what else there is to see of it
   * @param starters where to begin when nobody speaks there; empty where there is no such page
   */
  record Whose(String api, String page, String area, String rest, String starters, Menu menu) {

    Link back(String name, AsOf day) {
      return new Link(name, area + day.query("?"));
    }
  }

  /**
   * How the matrix is asked for.
   *
   * @param footprint of an ICS, as its pages carry it along; null for its area of the day
   */
  record Asked(
      @Nullable String asOf,
      @Nullable String period,
      @Nullable String since,
      @Nullable String footprint) {

    AsOf day() {
      return new AsOf(asOf).with(footprint);
    }

    String span() {
      return "quarter".equals(period) ? "quarter" : "year";
    }

    String query() {
      AsOf day = day();
      String compared =
          since == null || since.isBlank() ? day.day().minusMonths(3).toString() : since;
      return "?period="
          + span()
          + day.query("&")
          + (NO_COMPARISON.equals(compared) ? "" : "&since=" + Segment.of(compared));
    }
  }

  TemplateInstance page(Whose whose, Asked asked) {
    reader.me();
    AsOf day = asked.day();
    RepresentationMatrix matrix = api.get(whose.api() + asked.query(), RepresentationMatrix.class);
    if (!matrix.whole()) {
      return shared(whose, matrix, day, null, List.of());
    }
    return new RepresentationPage(
        frame(whose, matrix, day),
        matrix.name(),
        PlaceRepresentationView.of(
            matrix,
            fresh(matrix, asked.span()),
            new CellAddress(whose.page(), "&period=" + asked.span() + day.query("&")),
            person -> people.of(person).orElse(NO_NAME)),
        PERIODS,
        asked.span(),
        AsOf.choices(matrix.asOf(), AsOf.today()),
        day.value(matrix.asOf()),
        sinces(matrix.asOf(), matrix.since()),
        matrix.since() == null ? NO_COMPARISON : matrix.since().toString(),
        day.kept(),
        whose.starters(),
        new Link(whose.rest(), whose.area() + day.query("?")),
        matrix.partners() == null || matrix.partners().isEmpty()
            ? ""
            : whose.page() + "/partners" + day.query("?"),
        whose.page() + "/table.csv" + asked.query(),
        whose.api());
  }

  /** What is behind one cell. */
  TemplateInstance cell(Whose whose, AskedCell asked) {
    reader.me();
    MatrixEvidence evidence =
        api.get(whose.api() + "/evidence" + asked.ofApi(), MatrixEvidence.class);
    String here = whose.page() + "/cell";
    return new CellPage(
        reader
            .frame(CellView.heading(evidence), whose.menu())
            .withBreadcrumbs(
                whose.back(evidence.name(), new AsOf(asked.asOf)),
                new Link("Who speaks for general practice", whose.page() + asked.matrix())),
        CellView.of(evidence),
        asked.isFirst() ? null : here + asked.query(),
        evidence.next() == null ? null : here + asked.next(evidence.next()));
  }

  /** What an organisation sees, for who may look at that; for others what they see themselves. */
  TemplateInstance partners(Whose whose, Asked asked, @Nullable String partner) {
    reader.me();
    AsOf day = asked.day();
    RepresentationMatrix matrix = api.get(whose.api() + day.query("?"), RepresentationMatrix.class);
    List<Partner> partners = matrix.partners() == null ? List.of() : matrix.partners();
    if (!matrix.whole() || partners.isEmpty()) {
      return shared(
          whose,
          matrix.whole() ? nothing(matrix) : matrix,
          day,
          matrix.whole() ? "" : null,
          List.of());
    }
    String looked =
        partner == null || partner.isBlank() ? partners.getFirst().organisationId() : partner;
    return shared(
        whose,
        api.get(
            whose.api() + "?as=partner&partner=" + Segment.of(looked) + day.query("&"),
            RepresentationMatrix.class),
        day,
        looked,
        partners);
  }

  /** The same days as on the page. */
  Response table(Whose whose, Asked asked) {
    reader.me();
    Api.Fetched table = api.fetch(whose.api() + ".csv" + asked.query());
    return Response.ok(table.content(), table.type())
        .header(HttpHeaders.CONTENT_DISPOSITION, table.disposition())
        .build();
  }

  private Frame frame(Whose whose, RepresentationMatrix matrix, AsOf day) {
    return reader
        .frame("Who speaks for general practice in " + matrix.name(), whose.menu())
        .withBreadcrumbs(
            whose.area().startsWith("/places/")
                ? new Link("Places", "/places")
                : new Link("Integrated care systems", "/ics" + day.query("?")),
            whose.back(matrix.name(), day));
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
      Whose whose,
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
        frame(whose, matrix, day),
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
        whose.page() + day.query("?"),
        day.kept());
  }

  static String sharedSentence(int forums, int there, int agree) {
    if (forums == 0) {
      return "No board or group is shared with you here. Leaders of general practice see them on the pages of their own places.";
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
