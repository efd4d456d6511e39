package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Places.FederationShare;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Grid;
import uk.onevoice.web.ui.Link;

/** How many practices and patients of an area are in a federation. */
@RequestScoped
class FederationPages {
  private final Reader reader;
  private final Api api;

  FederationPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record SharePage(
      Frame frame,
      String heading,
      String sentence,
      List<Choice> days,
      String day,
      List<Link> kept,
      String fresh,
      AreaWords area,
      Grid table,
      String evidence)
      implements TemplateInstance {}

  /**
   * @param area where it is, as the API and our addresses say it
   */
  TemplateInstance page(String area, Menu menu, AsOf day) {
    reader.me();
    FederationShare share =
        api.get("/v1/" + area + "/federation-share" + day.query("?"), FederationShare.class);
    String name = share.name() == null ? share.areaId() : share.name();
    ShareWords words = ShareWords.of(share, name);
    return new SharePage(
        reader
            .frame("In a federation: " + name, menu)
            .withBreadcrumbs(new Link(name, "/" + area + day.query("?"))),
        "How many practices of " + name + " are in a federation?",
        words.sentence(),
        AsOf.choices(share.asOf(), AsOf.today()),
        day.value(share.asOf()),
        day.kept(),
        words.fresh(),
        AreaWords.of(share.footprint(), share.asOf(), "/" + area + "/federations", day.with(null)),
        words.table(),
        words.evidence());
  }
}
