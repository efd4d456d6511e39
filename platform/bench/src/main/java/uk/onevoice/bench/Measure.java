package uk.onevoice.bench;

import java.util.List;
import java.util.Set;

/** One goal and how it is measured. */
interface Measure {
  /** As the goals are numbered: P2. Goals whose references are the same are measured together. */
  Set<String> numbers();

  /** Measures; one verdict for each part of the goal. */
  List<Verdict> measure(Ground ground) throws Exception;
}
