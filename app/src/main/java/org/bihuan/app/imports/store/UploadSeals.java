package org.bihuan.app.imports.store;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.policy.fact.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals what an upload says with a key of its own. Whoever forgets the upload destroys the key, and copies of the database
 * say nothing any more either. Runs in the caller's transaction. Thread-safe.
 */
@Component
public class UploadSeals {
    private final Vault vault;
    private final Clock clock;

    UploadSeals(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** The upload's key, made when there is none. */
    Open open(UUID upload) {
        String owner = owner(upload);
        return new Open(
                owner,
                Objects.requireNonNull(
                        vault.keysOf(List.of(owner), clock.instant()).get(owner)));
    }

    /** Destroys the upload's key. */
    public void destroy(UUID upload) {
        vault.destroy(List.of(owner(upload)), clock.instant());
    }

    /** The upload's key to read with; where there is none, nothing sealed can be read any more. */
    Reading reading(UUID upload) {
        String owner = owner(upload);
        return new Reading(owner, vault.find(List.of(owner)).get(owner));
    }

    private static String owner(UUID upload) {
        return "import:" + upload;
    }

    /** An open key and whose it is. */
    record Open(String owner, DataKey key) {
        /** The text sealed for one place; an empty one stays empty, so that it can be told from others. */
        String seal(String plain, String place) {
            return plain.isEmpty()
                    ? ""
                    : SealedText.PREFIX + Base64.getEncoder().encodeToString(key.seal(plain, owner + " " + place));
        }

        byte[] seal(byte[] plain, String place) {
            return key.seal(plain, owner + " " + place);
        }
    }

    /** A key to read with, and whose it is. */
    record Reading(String owner, @Nullable DataKey key) {
        /** The text open; what lies open since before is given as it is, what nobody can open any more as nothing. */
        String text(String text, String place) {
            if (!SealedText.is(text)) {
                return text;
            }
            return key == null
                    ? ""
                    : key.open(
                            Base64.getDecoder().decode(text.substring(SealedText.PREFIX.length())),
                            owner + " " + place);
        }

        byte[] bytes(byte[] sealed, String place) {
            return key == null ? new byte[0] : key.openBytes(sealed, owner + " " + place);
        }
    }
}
