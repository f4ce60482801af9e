package org.zhisheng.server.retention;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Map;
import org.zhisheng.server.kernel.Language;
import org.zhisheng.server.kernel.Problem;
import org.zhisheng.server.kernel.ProblemException;
import org.zhisheng.server.platform.Pages;
import org.zhisheng.server.survey.Fielded;
import org.zhisheng.server.survey.Seal;
import org.zhisheng.server.survey.Surveys;

/** What was forgotten of a survey, as a page and as the signed document. */
@Controller("/s/{code}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CertificateController {
    private final Surveys surveys;
    private final Certificates certificates;
    private final CertificatePage page;

    CertificateController(Surveys surveys, Certificates certificates, CertificatePage page) {
        this.surveys = surveys;
        this.certificates = certificates;
        this.page = page;
    }

    @Hidden
    @Get("/certificate")
    @Produces(Pages.HTML)
    ModelAndView<Map<String, Object>> page(String code, Language language) {
        Fielded survey = surveys.byCode(code);
        return new ModelAndView<>(
                "pages/retention/certificate", page.of(survey, certificates.find(survey.id()), language));
    }

    @Get("/certificate.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "What was destroyed of a closed survey and when, byte for byte as it was signed",
            description = "Signed like the publication: see its headers.")
    @ApiResponse(responseCode = "200", description = "The certificate")
    @ApiResponse(responseCode = "404", description = "Nothing was destroyed yet, or there is no such survey")
    HttpResponse<byte[]> document(String code) {
        Certificates.Issued issued =
                certificates.find(surveys.byCode(code).id()).orElseThrow(() -> ProblemException.of(Problem.NOT_FOUND));
        return HttpResponse.ok(issued.bytes())
                .header(Seal.FINGERPRINT_HEADER, issued.seal().fingerprint())
                .header(Seal.SIGNATURE_HEADER, issued.seal().signature())
                .header(Seal.SIGNER_HEADER, issued.seal().signer());
    }
}
