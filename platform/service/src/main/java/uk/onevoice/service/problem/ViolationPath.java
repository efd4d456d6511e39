package uk.onevoice.service.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

/** From a validator's path to a JSON pointer. */
final class ViolationPath {
  private ViolationPath() {}

  static String pointer(ConstraintViolation<?> violation) {
    var pointer = new StringBuilder();
    String parameter = "";
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      } else if (node.getKind() == ElementKind.PARAMETER) {
        parameter = node.getName();
      }
    }
    return pointer.isEmpty() ? "query:" + parameter : pointer.toString();
  }
}
