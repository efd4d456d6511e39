package uk.onevoice.projection.matrix;

/**
 * General practice as a whole, its parts, and the member of the ICB, in the order of the columns.
 */
enum Column {
  WHOLE("General practice as a whole"),
  LMC("LMC"),
  FEDERATION("Federations"),
  PCN("PCNs"),
  PRACTICE("Practices"),
  ICB("ICB GP member");

  private final String words;

  Column(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
