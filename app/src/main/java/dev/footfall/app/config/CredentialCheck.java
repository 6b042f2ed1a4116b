package dev.footfall.app.config;

import dev.footfall.core.destination.CredentialField;
import dev.footfall.core.destination.DestinationSpec;
import dev.footfall.core.destination.Mode;
import dev.footfall.core.destination.Need;
import dev.footfall.core.file.FilePlace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks credentials against the destinations that use them. */
record CredentialCheck(Project project, Destinations types, Faults faults) {
  void check() {
    project.credentials().values().forEach(this::check);
    project.destinations().values().forEach(this::isThere);
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
    project.destinations().values().stream()
        .filter(d -> d.credential().equals(Optional.of(credential.name())) && !writesFiles(d))
        .map(d -> d.destination().spec())
        .distinct()
        .forEach(user -> complete(credential, user));
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

  private void complete(CredentialConfig credential, DestinationSpec user) {
    user.credential().stream()
        .filter(f -> f.isMissedBy(credential.fields().keySet()))
        .forEach(
            f ->
                faults.add(
                    credential.place(),
                    "credential '"
                        + credential.name()
                        + "' lacks '"
                        + f.name()
                        + "', which "
                        + user.about().title()
                        + " needs: "
                        + f.help()));
  }

  private static boolean writesFiles(DestinationConfig destination) {
    DestinationSpec spec = destination.destination().spec();
    String mode = RequiredSettings.mode(spec, List.of(destination.settings()));
    return spec.mode(mode).map(Mode::transport).filter(t -> t == Mode.Transport.FILE).isPresent();
  }

  private void isThere(DestinationConfig destination) {
    DestinationSpec spec = destination.destination().spec();
    boolean needed =
        writesFiles(destination)
            ? Optional.ofNullable(destination.settings().get(FilePlace.SETTING))
                .filter(text -> text.written().equals("sftp"))
                .isPresent()
            : spec.credential().stream().anyMatch(f -> f.need() == Need.REQUIRED);
    if (needed && destination.credential().isEmpty()) {
      faults.add(
          destination.place(),
          "destination '"
              + destination.name()
              + "' lacks 'credential'; define one under 'credentials:' and name it here");
    }
  }
}
