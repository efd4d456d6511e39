package uk.onevoice.projection.paper;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A view that is a paper, answered as PDF. */
public final class PaperAnswer {
  public static final String PDF = "application/pdf";

  private PaperAnswer() {}

  /** Who has it already is told so, and no page is made. */
  public static Response of(Response view) {
    return view.getEntity() instanceof Paper paper
        ? Response.fromResponse(view)
            .entity(Pdf.of(paper))
            .type(PDF)
            .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"representation.pdf\"")
            .build()
        : view;
  }
}
