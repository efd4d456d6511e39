package uk.onevoice.projection.matrix;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/** Which cell of a matrix is opened, and which part of what is behind it. */
public class AskedMatrixEvidence {
  private static final int LONGEST = 400;

  @QueryParam("forum")
  @Nullable String forum;

  @QueryParam("column")
  @Nullable String column;

  @QueryParam("body")
  @Nullable String body;

  @QueryParam("period")
  @Nullable String period;

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("after")
  @Nullable String after;

  /**
   * A cell: that of a part of general practice at a forum, or of one body of the part.
   *
   * @param bodyId null for the whole part
   */
  record AskedCell(String forum, Column column, @Nullable String bodyId) {
    /** As the functions of the database name it. */
    String name() {
      return bodyId == null ? column.name() : column.name() + " " + bodyId;
    }
  }

  AskedCell cell() {
    if (forum == null || forum.isBlank() || forum.length() > LONGEST) {
      throw Problem.invalid("query:forum", "must be the forum of a row").exception();
    }
    Column of = column == null ? Column.WHOLE : column(column);
    if (body != null && (of == Column.WHOLE || of == Column.ICB || body.isBlank())) {
      throw Problem.invalid("query:body", "goes with the column of a part").exception();
    }
    return new AskedCell(forum, of, body);
  }

  private static Column column(String name) {
    return Arrays.stream(Column.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.invalid("query:column", "must be WHOLE, LMC, FEDERATION, PCN, PRACTICE or ICB")
                .exception());
  }

  Period span() {
    return Period.asked(period);
  }

  PageRequest part() {
    return PageRequest.of(after, limit);
  }
}
