package org.zhisheng.server.account;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhisheng.server.kernel.Fault;
import org.zhisheng.server.kernel.Id;
import org.zhisheng.server.organization.EnterpriseList;
import org.zhisheng.server.organization.Organization;
import org.zhisheng.server.organization.OrganizationFacts;
import org.zhisheng.server.organization.OrganizationKind;
import org.zhisheng.server.organization.OrganizationTree;
import org.zhisheng.server.organization.Organizations;
import org.zhisheng.server.organization.Ownership;
import org.zhisheng.server.organization.SizeClass;
import org.zhisheng.server.platform.Entries;
import org.zhisheng.server.platform.Pages;

/**
 * Pages of the union tree. They stand here and not beside the tree, because who may see and edit what is known here and
 * the tree knows of no accounts.
 */
@Hidden
@Controller("/console/organizations")
@Produces(Pages.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationController {
    private final Organizations organizations;
    private final Access access;

    OrganizationController(Organizations organizations, Access access) {
        this.organizations = organizations;
        this.access = access;
    }

    @Get
    ModelAndView<Map<String, Object>> tree(Actor actor) {
        OrganizationTree tree = organizations.tree();
        List<Organization> visible = access.where(actor, Permission.SEE_ORGANIZATION, tree);
        return new ModelAndView<>("pages/organization/tree", Map.of("tops", OrganizationBranch.of(visible)));
    }

    @Get("/{id}")
    ModelAndView<Map<String, Object>> show(Actor actor, Id id, @QueryValue(defaultValue = "") String done) {
        access.require(actor, Permission.SEE_ORGANIZATION, id);
        Map<String, Object> shown = new HashMap<>();
        if (done.equals("changed") || done.equals("added")) {
            shown.put("done", "organization.done." + done);
        }
        return page(actor, id, shown);
    }

    @Post("/{id}")
    HttpResponse<?> change(Actor actor, Id id, @Body Entries form) {
        access.require(actor, Permission.EDIT_ORGANIZATIONS, id);
        OrganizationFacts facts = facts(form, organizations.get(id).kind());
        if (!facts.faults().isEmpty()) {
            return again(actor, id, Map.of("edited", facts, "faults", facts.faults(), "form", "change"));
        }
        organizations.change(id, facts);
        return done(id, "changed");
    }

    @Post("/{id}/children")
    HttpResponse<?> add(Actor actor, Id id, @Body Entries form) {
        access.require(actor, Permission.EDIT_ORGANIZATIONS, id);
        OrganizationFacts facts = facts(form, OrganizationKind.ENTERPRISE);
        if (!facts.faults().isEmpty()) {
            return again(actor, id, Map.of("added", facts, "faults", facts.faults(), "form", "add"));
        }
        organizations.add(id, facts);
        return done(id, "added");
    }

    /** Says how many were added, and which were there already. */
    @Post("/{id}/enterprises")
    HttpResponse<?> addEnterprises(Actor actor, Id id, @Body Entries form) {
        access.require(actor, Permission.EDIT_ORGANIZATIONS, id);
        String typed = form.raw("names");
        EnterpriseList list = EnterpriseList.read(typed);
        if (!list.faults().isEmpty()) {
            return again(actor, id, Map.of("names", typed, "faults", list.faults(), "form", "list"));
        }
        List<String> added = organizations.addEnterprises(id, list.names());
        List<String> known =
                list.names().stream().filter(name -> !added.contains(name)).toList();
        return HttpResponse.ok(page(actor, id, Map.of("addedCount", added.size(), "known", known)));
    }

    private static OrganizationFacts facts(Entries form, OrganizationKind usual) {
        String areaCode = form.text("areaCode");
        return new OrganizationFacts(
                form.choice(OrganizationKind.class, "kind").orElse(usual),
                form.text("name"),
                areaCode.isEmpty() ? null : areaCode,
                form.choice(SizeClass.class, "size").orElse(null),
                form.choice(Ownership.class, "ownership").orElse(null));
    }

    private HttpResponse<?> again(Actor actor, Id id, Map<String, Object> typed) {
        return HttpResponse.unprocessableEntity().body(page(actor, id, typed));
    }

    private static HttpResponse<?> done(Id id, String what) {
        return HttpResponse.seeOther(URI.create("/console/organizations/" + id + "?done=" + what));
    }

    private ModelAndView<Map<String, Object>> page(Actor actor, Id id, Map<String, Object> shown) {
        Organization organization = organizations.get(id);
        Map<String, Object> model = new HashMap<>();
        model.put("self", "/console/organizations/" + id);
        model.put("organization", organization);
        model.put("edited", organization);
        model.put("added", OrganizationFacts.enterprise(""));
        model.put("above", visibleAbove(actor, organization));
        model.put("children", organizations.children(id));
        model.put("mayEdit", access.may(actor, Permission.EDIT_ORGANIZATIONS, id));
        model.put("mayEditRounds", access.may(actor, Permission.EDIT_ROUNDS, id));
        model.put("kinds", List.of(OrganizationKind.values()));
        model.put("sizes", List.of(SizeClass.values()));
        model.put("ownerships", List.of(Ownership.values()));
        model.put("faults", List.<Fault>of());
        model.putAll(shown);
        return new ModelAndView<>("pages/organization/show", model);
    }

    private List<Organization> visibleAbove(Actor actor, Organization organization) {
        return organizations.path(organization.id()).stream()
                .filter(o -> !o.equals(organization) && access.may(actor, Permission.SEE_ORGANIZATION, o.id()))
                .toList();
    }
}
