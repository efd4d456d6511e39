package uk.onevoice.testkit.access;

import java.util.List;
import uk.onevoice.testkit.access.Caller.Kind;
import uk.onevoice.testkit.access.Cast.Capacity;
import uk.onevoice.testkit.access.Cast.Where;

/**
 * Where a role is held is nothing to a row that does not name the role: each role asks for such a
 * row at one of its bodies, and for the next row at the next. For a row that names it, it asks at
 * each.
 */
record Turns(List<Capacity> capacities) {
  boolean isOf(int row, Matrix.Row of, Caller caller) {
    if (!(caller.kind() instanceof Kind.Holder(var capacity))
        || of.roles().contains(capacity.role())) {
      return true;
    }
    List<Where> wheres =
        capacities.stream()
            .filter(each -> each.role().equals(capacity.role()))
            .map(Capacity::where)
            .toList();
    return wheres.get(row % wheres.size()).equals(capacity.where());
  }
}
