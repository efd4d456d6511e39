package uk.onevoice.bench;

import java.util.List;

/** One goal and how it is measured. */
interface Measure {
  /** As the goals are numbered: P2. */
  String number();

  /** Measures; one verdict for each part of the goal. */
  List<Verdict> measure(Ground ground) throws Exception;
}
