package org.zhisheng.server.demo;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.zhisheng.server.account.Invitations;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.platform.InstallationConfig;
import org.zhisheng.server.platform.Messages;
import org.zhisheng.server.platform.StartupNotice;
import org.zhisheng.server.poster.TerminalQr;
import org.zhisheng.server.survey.Fielded;

/** Tells in the terminal how the sample data can be tried: a code for each role, and the QR of the open survey. */
@Singleton
final class DemoNotice implements StartupNotice {
    private static final int LAST = 10;

    private final Demo demo;
    private final Invitations invitations;
    private final Organizations organizations;
    private final InstallationConfig installation;
    private final Messages messages;

    DemoNotice(
            Demo demo,
            Invitations invitations,
            Organizations organizations,
            InstallationConfig installation,
            Messages messages) {
        this.demo = demo;
        this.invitations = invitations;
        this.organizations = organizations;
        this.installation = installation;
        this.messages = messages;
    }

    @Override
    public int position() {
        return LAST;
    }

    @Override
    public List<String> lines(URI address) {
        List<String> lines = new ArrayList<>();
        demo.scene().ifPresent(scene -> {
            lines.addAll(people(scene, address));
            demo.open(scene).ifPresent(survey -> lines.addAll(code(survey)));
        });
        if (installation.demo() && lines.isEmpty()) {
            lines.addAll(said("startup.demo.elsewhere"));
        }
        return lines;
    }

    /** One line a role that nobody has taken up yet. */
    private List<String> people(Scene scene, URI address) {
        List<String> lines = new ArrayList<>();
        for (Scene.Invitee invitee : scene.people()) {
            Id organization = SceneIds.organization(invitee.organization());
            String who = inBoth(invitee.role().key()) + " · "
                    + organizations.get(organization).name();
            invitations
                    .renew(invitee.role(), organization, Stage.STAGEHAND)
                    .ifPresent(code -> lines.add("  " + address + "/sign-in#" + code + "  " + who));
        }
        if (!lines.isEmpty()) {
            lines.addAll(0, said("startup.demo.people"));
            lines.add("");
        }
        return lines;
    }

    private List<String> code(Fielded survey) {
        String link = demo.reachable() + "/s/" + survey.manifest().code();
        List<String> lines = new ArrayList<>(said("startup.demo.survey"));
        lines.add("  " + link);
        lines.addAll(TerminalQr.lines(link));
        return lines;
    }

    private List<String> said(String key) {
        return List.of(messages.say(Language.CHINESE, key), messages.say(Language.ENGLISH, key));
    }

    private String inBoth(String key) {
        return String.join(" ", said(key));
    }
}
