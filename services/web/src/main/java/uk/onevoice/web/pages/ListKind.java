package uk.onevoice.web.pages;

/** The two lists an ICS keeps, and how pages speak of them. */
enum ListKind {
  TOPICS(
      "topics",
      "topicId",
      "topic",
      "Topics",
      "What mandates and meetings are about.",
      "retirement",
      "reinstatement"),
  FORUMS(
      "forums",
      "forumId",
      "forum",
      "Forums",
      "The boards, committees and groups at which something is decided.",
      "closing",
      "reopening");

  final String path;
  final String idField;
  final String one;
  final String title;
  final String about;
  final String ending;
  final String undoing;

  ListKind(
      String path,
      String idField,
      String one,
      String title,
      String about,
      String ending,
      String undoing) {
    this.path = path;
    this.idField = idField;
    this.one = one;
    this.title = title;
    this.about = about;
    this.ending = ending;
    this.undoing = undoing;
  }

  String api() {
    return "/v1/" + path;
  }

  String page(String id) {
    return "/" + path + "/" + id;
  }

  String listOf(String icsId) {
    return "/" + path + "/of/" + icsId;
  }

  String newIn(String icsId) {
    return "/" + path + "/new/" + icsId;
  }
}
