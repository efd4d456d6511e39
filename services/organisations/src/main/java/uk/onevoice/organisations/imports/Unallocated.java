package uk.onevoice.organisations.imports;

/** The code by which files say that a practice has no network. */
final class Unallocated {
  private Unallocated() {}

  static boolean is(String pcnCode) {
    return pcnCode.equals("U") || pcnCode.isEmpty() || pcnCode.equalsIgnoreCase("UNALLOCATED");
  }
}
