package uk.onevoice.web.pages;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import uk.onevoice.web.api.Api;

/** One page of PDF for a board, handed on as the API makes it for the same reader. */
final class BoardPaper {
  private BoardPaper() {}

  /**
   * @param area the path of a place or an ICS in the API
   */
  static Response of(Api api, String area, AsOf day) {
    Api.Fetched paper = api.fetch(area + "/representation/paper" + day.query("?"));
    return Response.ok(paper.content(), paper.type())
        .header(HttpHeaders.CONTENT_DISPOSITION, paper.disposition())
        .build();
  }
}
