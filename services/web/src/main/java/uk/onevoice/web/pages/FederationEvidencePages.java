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

/** What each figure of a federation is made of. */
@Path("/ics/{odsCode}/federations/{federationId}/representation/{measure: M[0-9]+}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class FederationEvidencePages {
  private final Reader reader;
  private final Api api;

  FederationEvidencePages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  @GET
  public EvidencePage ofFederation(
      @PathParam("odsCode") String odsCode,
      @PathParam("federationId") String federationId,
      @PathParam("measure") String measure,
      @BeanParam AskedEvidence asked) {
    reader.me();
    String federation = "/organisations/" + Segment.of(federationId);
    String here =
        "/ics/"
            + Segment.of(odsCode)
            + "/federations/"
            + Segment.of(federationId)
            + "/representation/"
            + measure;
    Evidence evidence = api.get("/v1" + here + "/evidence" + asked.ofApi(), Evidence.class);
    return EvidencePage.of(
        reader
            .frame(EvidenceView.heading(evidence), Menu.STRUCTURE)
            .withBreadcrumbs(new Link(evidence.name(), federation)),
        evidence,
        here,
        asked);
  }
}
