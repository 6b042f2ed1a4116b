package dev.footfall.app.config;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks credentials against the destinations that use them. */
record CredentialCheck(Project project, Destinations types, Faults faults) {
  void check() {
    project.credentials().values().forEach(this::check);
    new NeededFields(project, faults).check();
  }

  private void check(CredentialConfig credential) {
    List<DestinationSpec> users = users(credential);
    List<DestinationSpec> judges = users.isEmpty() ? types.specs() : users;
    for (Map.Entry<String, ConfigText> field : credential.fields().entrySet()) {
      List<CredentialField> known = judges.stream().flatMap(s -> s.credential().stream()).toList();
      Optional<CredentialField> spec =
          known.stream().filter(f -> f.name().equals(field.getKey())).findFirst();
      if (spec.isPresent()) {
        check(credential, spec.get(), field.getValue());
      } else if (!users.isEmpty()) {
        unknown(credential, field, known);
      }
    }
  }

  private List<DestinationSpec> users(CredentialConfig credential) {
    return project.destinations().values().stream()
        .filter(d -> d.credential().equals(Optional.of(credential.name())))
        .map(d -> d.destination().spec())
        .distinct()
        .toList();
  }

  private void unknown(
      CredentialConfig credential,
      Map.Entry<String, ConfigText> field,
      List<CredentialField> known) {
    faults.add(
        field.getValue().place(),
        "unknown field '"
            + field.getKey()
            + "' of credential '"
            + credential.name()
            + "'"
            + Spelling.hint(field.getKey(), known.stream().map(CredentialField::name).toList()));
  }

  private void check(CredentialConfig credential, CredentialField field, ConfigText text) {
    String what = "'" + field.name() + "' of credential '" + credential.name() + "'";
    if (field.secret() && !text.isReference()) {
      faults.add(
          text.place(),
          what
              + " is a secret and must not stand in the file; write ${env:NAME} or ${file:path}"
              + " instead, and replace the secret if the file was shared");
    } else if (!field.secret() && !text.refers()) {
      field
          .rule()
          .fault(text.written())
          .ifPresent(wanted -> faults.add(text.place(), what + " must be " + wanted));
    }
  }
}
