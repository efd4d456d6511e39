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

  /** The share as the page of what it is about tells it, in one sentence. */
  String sentence(String area, AsOf day) {
    return ShareWords.of(share(area, day)).sentence();
  }

  private FederationShare share(String area, AsOf day) {
    return api.get("/v1/" + area + "/federation-share" + day.query("?"), FederationShare.class);
  }

  /**
   * @param area where it is, as the API says it
   * @param back the address of our page of what it is about
   */
  TemplateInstance page(String area, String back, Menu menu, AsOf day) {
    reader.me();
    FederationShare share = share(area, day);
    String name = ShareWords.name(share);
    ShareWords words = ShareWords.of(share);
    return new SharePage(
        reader.frame("In a federation: " + name, menu).withBreadcrumbs(new Link(name, back)),
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
