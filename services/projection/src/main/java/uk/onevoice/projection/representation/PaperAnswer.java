package uk.onevoice.projection.representation;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import uk.onevoice.projection.paper.Paper;
import uk.onevoice.projection.paper.Pdf;

/** A view that is a paper, answered as PDF. */
final class PaperAnswer {
  static final String PDF = "application/pdf";

  private PaperAnswer() {}

  /** Who has it already is told so, and no page is made. */
  static Response of(Response view) {
    return view.getEntity() instanceof Paper paper
        ? Response.fromResponse(view)
            .entity(Pdf.of(paper))
            .type(PDF)
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"representation.pdf\"")
            .build()
        : view;
  }
}
