package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Evidence;
import uk.onevoice.web.ui.Link;

/** What each figure of a place is made of. */
@Path("/places/{placeId}/representation/{measure: M[0-9]+}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class EvidencePages {
  private final Reader reader;
  private final Api api;

  EvidencePages(Reader reader, Api api) {
    this.reader = reader;
    this.api = api;
  }

  record EvidencePage(Frame frame, EvidenceView view, @Nullable String first, @Nullable String next)
      implements TemplateInstance {
    static EvidencePage of(Frame frame, Evidence evidence, String here, AskedEvidence asked) {
      String all = here + asked.query("?", null);
      String same = here + asked.query("?", asked.counts());
      return new EvidencePage(
          frame,
          EvidenceView.of(evidence, all, asked.counts()),
          asked.isFirst() ? null : same,
          evidence.next() == null ? null : asked.next(here, evidence.next()));
    }
  }

  @GET
  public EvidencePage ofPlace(
      @PathParam("placeId") UUID placeId,
      @PathParam("measure") String measure,
      @BeanParam AskedEvidence asked) {
    reader.me();
    String place = "/places/" + placeId;
    String here = place + "/representation/" + measure;
    Evidence evidence = api.get("/v1" + here + "/evidence" + asked.ofApi(), Evidence.class);
    return EvidencePage.of(
        reader
            .frame(EvidenceView.heading(evidence), Menu.REPRESENTATION)
            .withBreadcrumbs(
                new Link("Places", "/places"),
                new Link(evidence.name(), place + asked.day().query("?"))),
        evidence,
        here,
        asked);
  }
}
