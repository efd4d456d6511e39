package uk.onevoice.web.pages;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Evidence;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.pages.EvidencePages.EvidencePage;
import uk.onevoice.web.ui.Link;

/** What each figure of an ICS is made of. */
@Path("/ics/{odsCode}/representation/{measure: M[0-9]+}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class IcsEvidencePages {
  private final Reader reader;
  private final Api api;

  IcsEvidencePages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  @GET
  public EvidencePage ofIcs(
      @PathParam("odsCode") String odsCode,
      @PathParam("measure") String measure,
      @BeanParam AskedEvidence asked) {
    reader.me();
    String ics = "/ics/" + Segment.of(odsCode);
    String here = ics + "/representation/" + measure;
    Evidence evidence = api.get("/v1" + here + "/evidence" + asked.ofApi(), Evidence.class);
    return EvidencePage.of(
        reader
            .frame(EvidenceView.heading(evidence), Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link("Integrated care systems", "/ics"),
                new Link(evidence.name(), ics + "/representation" + asked.area().query("?"))),
        evidence,
        here,
        asked);
  }
}
