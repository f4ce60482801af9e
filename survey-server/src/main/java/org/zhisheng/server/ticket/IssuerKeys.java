package org.zhisheng.server.ticket;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.zhisheng.server.credential.BlindSigner;
import org.zhisheng.server.credential.KeyId;
import org.zhisheng.server.credential.SigningKey;
import org.zhisheng.server.credential.SigningKeyFolder;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;

/**
 * The issuer's secrets, in {@code keys/issuer/<deck>/}: the pepper of the deck, and for each slot a folder with its signing
 * keys and the secret of those who answer without script.
 */
@Singleton
class IssuerKeys {
    private static final String PEPPER = "pepper";
    private static final String WITHOUT_SCRIPT = "without-script";

    private final Path root;
    private final Map<KeyId, Held> signers = new ConcurrentHashMap<>();

    IssuerKeys(@Value("${zhisheng.data}") String data) {
        this.root = Path.of(data, "keys", "issuer").toAbsolutePath().normalize();
    }

    /** A signer in memory, and where its key lies. */
    private record Held(BlindSigner signer, Id deck, int slot) {}

    /** Keeps a new signing key; it is on the disk when this returns. */
    void store(Id deck, int slot, SigningKey key) {
        try {
            folder(deck, slot).store(key);
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, root);
        }
    }

    /** The signer of a key; empty where the key was destroyed. */
    Optional<BlindSigner> signer(Id deck, int slot, KeyId id) {
        Held held = signers.computeIfAbsent(
                id,
                wanted -> find(deck, slot, wanted)
                        .map(key -> new Held(new BlindSigner(key), deck, slot))
                        .orElse(null));
        return Optional.ofNullable(held).map(Held::signer);
    }

    /** Drops the signers whose keys were destroyed, perhaps by another issuer on the same folder; tells how many are left. */
    int forgetDestroyed() {
        signers.entrySet()
                .removeIf(e -> find(e.getValue().deck(), e.getValue().slot(), e.getKey())
                        .isEmpty());
        return signers.size();
    }

    private Optional<SigningKey> find(Id deck, int slot, KeyId id) {
        try {
            return folder(deck, slot).find(id);
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, root);
        }
    }

    /** What stored tickets of the deck are hashed with; made when it is first asked for. */
    byte[] pepper(Id deck) {
        return new SecretFile(root.resolve(deck.toString()), PEPPER).getOrCreate();
    }

    /** What messages of a survey are derived with for those who answer without script; made when first asked for. */
    byte[] withoutScript(Id deck, int slot) {
        return new SecretFile(path(deck, slot), WITHOUT_SCRIPT).getOrCreate();
    }

    /**
     * Destroys the keys and the secret of a slot, and forgets the signers.
     *
     * @return how many keys there were
     */
    int destroy(Id deck, int slot, List<KeyId> ids) {
        int destroyed = 0;
        try {
            for (KeyId id : ids) {
                signers.remove(id);
                destroyed += folder(deck, slot).destroy(id) ? 1 : 0;
            }
        } catch (IOException e) {
            throw ProblemException.of(Problem.DATA_FOLDER, root);
        }
        new SecretFile(path(deck, slot), WITHOUT_SCRIPT).destroy();
        return destroyed;
    }

    private SigningKeyFolder folder(Id deck, int slot) {
        return new SigningKeyFolder(path(deck, slot));
    }

    private Path path(Id deck, int slot) {
        return root.resolve(deck.toString()).resolve("slot-" + slot);
    }
}
