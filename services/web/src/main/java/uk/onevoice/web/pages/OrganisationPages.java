package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Registry.Organisation;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Link;

/** An organisation with its dated history. */
@Path("/organisations")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class OrganisationPages {
  private final Reader reader;
  private final Api api;

  OrganisationPages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record OrganisationPage(Frame frame, OrganisationView view, List<Link> links)
      implements TemplateInstance {}

  @GET
  @Path("{id}")
  public TemplateInstance organisation(@PathParam("id") String id) {
    reader.me();
    Organisation organisation = api.get("/v1/organisations/" + Segment.of(id), Organisation.class);
    OrganisationView view = OrganisationView.of(organisation, AsOf.today());
    List<Link> links = new ArrayList<>();
    if (organisation.kinds().contains("ICB")) {
      links.add(new Link("The structure of its ICS", "/ics/" + Segment.of(id)));
    }
    links.add(
        new Link(
            "Search for organisations with this name",
            "/search?query=" + Segment.of(organisation.name())));
    return new OrganisationPage(
        reader
            .frame(organisation.name(), Menu.STRUCTURE)
            .withBreadcrumbs(new Link("Integrated care systems", "/ics")),
        view,
        links);
  }
}
