package dev.footfall.app.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read from a project's file, sound or not.
 *
 * @param project what could be understood
 * @param faults everything that is wrong, by line
 */
public record ProjectFile(Project project, List<ConfigFault> faults) {
  /** Copies the list. */
  public ProjectFile {
    faults = List.copyOf(faults);
  }

  /** Whether a folder holds a project. */
  public static boolean isIn(Path root) {
    return Files.isRegularFile(root.resolve(Project.FILE));
  }

  /** Reads the project in a folder and checks it against what the destinations take. */
  public static ProjectFile read(Path root, Destinations destinations) {
    Faults faults = new Faults(Project.FILE);
    Project project =
        text(root, faults)
            .flatMap(yaml -> YamlReader.read(yaml, faults))
            .map(mapping -> project(root, mapping, destinations, faults))
            .orElseGet(() -> nothing(root));
    return new ProjectFile(project, faults.sorted());
  }

  private static Project nothing(Path root) {
    return new Project(root, new StoreConfig.Unclear(), Map.of(), Map.of(), Map.of(), Map.of());
  }

  private static Optional<String> text(Path root, Faults faults) {
    try {
      return Optional.of(Files.readString(root.resolve(Project.FILE)));
    } catch (CharacterCodingException notUtf8) {
      faults.add(Place.START, "not UTF-8 text; save it as UTF-8");
    } catch (IOException unreadable) {
      faults.add(Place.START, "cannot be read; check that it exists and its permissions");
    }
    return Optional.empty();
  }

  private static Project project(
      Path root, YamlValue.Mapping mapping, Destinations types, Faults faults) {
    Section top = Section.of(Project.FILE, mapping, faults);
    Map<String, SourceConfig> sources =
        new Named("source", faults)
            .read(top.section("sources", "sources"), new SourceReader(root, faults)::read);
    Map<String, CredentialConfig> credentials =
        new Named("credential", faults)
            .read(top.section("credentials", "credentials"), new CredentialReader(faults)::read);
    Map<String, DestinationConfig> destinations =
        new Named("destination", faults)
            .read(
                top.section("destinations", "destinations"),
                new DestinationReader(types, faults)::read);
    Map<String, OrchestrationConfig> orchestrations =
        new Named("orchestration", faults)
            .read(
                top.section("orchestrations", "orchestrations"),
                new OrchestrationReader(root, destinations, faults)::read);
    StoreConfig store = new StoreReader(faults).read(top, mapping);
    top.close();
    Project project = new Project(root, store, sources, credentials, destinations, orchestrations);
    new References(project, mapping, faults).check();
    new CredentialCheck(project, types, faults).check();
    new RequiredSettings(project, faults).check();
    return project;
  }

  /**
   * The project, fit to be used.
   *
   * @throws InvalidProject when anything is wrong in its file
   */
  public Project orThrow() {
    if (!faults.isEmpty()) {
      throw new InvalidProject(faults);
    }
    return project;
  }

  /**
   * Where the project remembers what it did, whatever else is wrong in its file.
   *
   * @throws InvalidProject when just that cannot be told
   */
  public StoreConfig store() {
    if (project.store() instanceof StoreConfig.Unclear) {
      throw new InvalidProject(faults);
    }
    return project.store();
  }
}
